/// How much of each event a list tells, where the rest takes most of the time.
public enum EventDetail: Hashable, Sendable {
  /// Names, units and descriptions.
  ///
  /// Left out are the numbers of tracepoints, for each of which the kernel must be asked,
  /// and the codes of events of libpfm4; other sources tell all that they have.
  case names
  /// All that the sources say.
  case everything
}
