/// How much of the past a table keeps.
public enum StateHistory: Hashable, Sendable {
  /// Everything, so that any moment can be asked for.
  case everything
  /// The present, for a recording that goes on for long.
  ///
  /// A few changes are kept beyond that, since records come somewhat out of order.
  case latest
}
