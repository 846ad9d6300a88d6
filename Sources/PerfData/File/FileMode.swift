/// The two forms of a perf.data file.
public enum FileMode: Hashable, Sendable {
  /// Sections with events and features around the records.
  case file
  /// A stream in which records carry events and features too.
  case pipe
}
