/// A reason why libpfm4 cannot be used or cannot encode an event.
public struct LibpfmError: Error, Hashable, Sendable {
  /// The event as it was given, cut to its first 4096 bytes.
  public var event: String
  /// What is wrong.
  public var problem: LibpfmProblem

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - event: The event as it was given.
  ///   - problem: What is wrong.
  public init(event: String, problem: LibpfmProblem) {
    self.event = String(decoding: event.utf8.prefix(4096), as: UTF8.self)
    self.problem = problem
  }
}

extension LibpfmError: CustomStringConvertible {
  /// One sentence that says what is wrong, and with which event.
  public var description: String {
    event.isEmpty ? "\(problem)" : "libpfm4 refuses \(quoted(event)): \(problem)"
  }
}
