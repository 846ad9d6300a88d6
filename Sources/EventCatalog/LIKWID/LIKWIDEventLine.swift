/// What a `UMASK_` line and the lines before it say of an event.
struct LIKWIDEventLine {
  /// The name that users type.
  var name: String
  /// The name of the `EVENT_` line.
  var baseName: String
  var code: UInt64
  var unitMask: UInt64
  /// The two further numbers of a line that has them.
  var configuration: (first: UInt64, second: UInt64)?
  /// The classes of counters, as the file writes them.
  var classes: [String]
  var counters: [LIKWIDCounter]
  /// What is set whenever the event is counted.
  var defaults: [LIKWIDOption]
  /// The names of options that the event allows or demands besides.
  var options: [String]
}
