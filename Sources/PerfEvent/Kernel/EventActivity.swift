/// Whether events count.
public enum EventActivity: Hashable, Sendable {
  /// The events count.
  case enabled
  /// The events stand still.
  case disabled
}
