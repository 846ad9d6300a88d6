/// Work that this program does in a process of its own.
///
/// A whole process can be compared with other programs, and its memory is not
/// ours.
enum Worker: String {
  case makeRecording = "make-recording"
  case countRecords = "count-records"
  case readSamples = "read-samples"

  private static let option = "--worker"

  /// Does the work in this process if the command line asks for it.
  ///
  /// - Parameter arguments: The command line.
  /// - Returns: Whether it did.
  /// - Throws: What the work throws.
  static func serve(arguments: [String]) throws -> Bool {
    guard arguments.count == 4, arguments[1] == option, let worker = Worker(rawValue: arguments[2])
    else { return false }
    switch worker {
    case .makeRecording: try BigRecording.make(at: arguments[3])
    case .countRecords: try RecordIteration.countRecords(of: arguments[3])
    case .readSamples: try RecordIteration.readSamples(of: arguments[3])
    }
    return true
  }

  /// The command line that makes another process do the work.
  func arguments(for path: String) -> [String] {
    [FileSystem.program, Self.option, rawValue, path]
  }

  /// Does the work in another process.
  ///
  /// - Parameter path: The file to work on.
  /// - Throws: An error if the process fails.
  func run(on path: String) throws(BenchmarkError) {
    _ = try ChildProcess.run(arguments(for: path))
  }
}
