/// A reason why a source of events cannot be read, wholly or in part.
public struct EventSourceError: Error, Hashable, Sendable {
  /// The file or folder, or the name of the library.
  public var path: String
  /// The place in the file, where one is known.
  public var place: Place?
  /// What is wrong.
  public var problem: EventSourceProblem

  /// A place in a file.
  public enum Place: Hashable, Sendable {
    /// The distance in bytes from the start of the file.
    case offset(Int)
    /// The number of the line, from 1.
    case line(Int)
    /// The name of the event, metric or row.
    case entry(String)
  }

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - path: The file or folder, or the name of the library.
  ///   - place: The place in the file.
  ///   - problem: What is wrong.
  public init(path: String, place: Place? = nil, problem: EventSourceProblem) {
    self.path = path
    self.place = place
    self.problem = problem
  }
}

extension EventSourceError: CustomStringConvertible {
  /// One sentence that says what is wrong, and where.
  public var description: String {
    switch place {
    case nil: "\(path): \(problem)"
    case .offset(let offset): "\(path), byte \(offset): \(problem)"
    case .line(let line): "\(path), line \(line): \(problem)"
    case .entry(let name): "\(path), \(quoted(name)): \(problem)"
    }
  }
}
