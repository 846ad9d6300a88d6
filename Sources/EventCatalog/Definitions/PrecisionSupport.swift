/// Whether samples of an event can name the exact instruction.
public enum PrecisionSupport: Hashable, Sendable {
  /// The source says nothing.
  case unknown
  /// Samples always skid.
  case none
  /// Precise samples can be asked for.
  case possible
  /// The event counts only when precise samples are asked for.
  case required
}
