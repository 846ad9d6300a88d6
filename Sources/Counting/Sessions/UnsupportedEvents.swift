/// What happens to events that the machine does not have.
public enum UnsupportedEvents: Hashable, Sendable {
  /// The first one is an error.
  case fail
  /// They are reported as not supported while the others are counted; it is an
  /// error only if no event is left.
  case report
}
