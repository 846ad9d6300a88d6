/// What happens to events that cannot be counted.
public enum UnsupportedEvents: Hashable, Sendable {
  /// The first one is an error.
  case fail
  /// Events that the machine does not have are reported as not supported while the
  /// others are counted; it is an error only if no event is left.
  case report
  /// As with ``report``, and events that this user may not count are reported too.
  case reportRefused
}
