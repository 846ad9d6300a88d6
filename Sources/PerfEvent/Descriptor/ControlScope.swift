/// The events that a request concerns.
public enum ControlScope: UInt64, Hashable, Sendable {
  /// The event alone.
  case event = 0
  /// The event's whole group.
  case group = 1
}
