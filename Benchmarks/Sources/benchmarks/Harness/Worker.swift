import PerfData

/// Work that this program does in a process of its own.
///
/// A whole process can be compared with other programs, and its memory is not
/// ours.
enum Worker: String {
  /// Makes a recording: kind, size in MiB, path.
  case makeRecording = "make-recording"
  /// Reads the samples of a recording in an order: order, path.
  case readSamples = "read-samples"
  /// Reads all fields of the samples of a recording: path.
  case readFields = "read-fields"
  /// Resolves an event and reports the cost: event, path of the report.
  case resolveEvent = "resolve-event"

  private static let option = "--worker"

  /// Does the work in this process if the command line asks for it.
  ///
  /// - Parameter arguments: The command line.
  /// - Returns: Whether it did.
  /// - Throws: What the work throws.
  static func serve(arguments: [String]) throws -> Bool {
    guard arguments.count > 3, arguments[1] == option, let worker = Worker(rawValue: arguments[2])
    else { return false }
    try worker.work(Array(arguments[3...]))
    return true
  }

  private func work(_ arguments: [String]) throws {
    switch self {
    case .makeRecording:
      guard arguments.count == 3, let kind = RecordingKind(rawValue: arguments[0]),
        let size = Int(arguments[1])
      else { throw BenchmarkError("a recording has a kind, a size and a path") }
      try MadeRecording.make(kind, megabytes: size, at: arguments[2])
    case .readSamples:
      guard arguments.count == 2, let order = RecordOrder(name: arguments[0]) else {
        throw BenchmarkError("reading needs an order and a path")
      }
      print(try SampleSums(readingSamplesOf: arguments[1], in: order))
    case .readFields:
      print(try FieldSums(readingFieldsOf: arguments[0]))
    case .resolveEvent:
      guard arguments.count == 2 else { throw BenchmarkError("an event and a path are needed") }
      try FirstLookup.work(arguments[0], reportTo: arguments[1])
    }
  }

  /// The command line that makes another process do the work.
  func command(_ arguments: [String]) -> [String] {
    [FileSystem.program, Self.option, rawValue] + arguments
  }

  /// Does the work in another process.
  ///
  /// - Parameter arguments: What the work is to be done on.
  /// - Throws: An error if the process fails.
  func run(_ arguments: [String]) throws(BenchmarkError) {
    _ = try ChildProcess.run(command(arguments))
  }
}
