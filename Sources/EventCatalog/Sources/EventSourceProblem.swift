public import PerfEvent

/// What is wrong with a source of events.
public enum EventSourceProblem: Hashable, Sendable {
  /// The file or folder cannot be read.
  case unreadable(Errno)
  /// The file is larger than this number of bytes.
  case tooLarge(limit: Int)
  /// The file and those before it are together larger than this number of bytes.
  case tooMuchTogether(limit: Int)
  /// The folder holds more entries than this.
  case tooManyEntries(limit: Int)
  /// The text is not what the format demands here, which is named.
  case malformed(expected: String)
  /// Values lie deeper in each other than this.
  case nestedTooDeep(limit: Int)
  /// A field that the format demands is missing.
  case missingField(String)
  /// A field holds a value that makes no sense.
  case invalidField(String, value: String)
  /// An entry refers to another that does not exist.
  case danglingReference(String)
  /// An entry refers to itself, perhaps through others.
  case circularReference(String)
  /// The source has no table of this name.
  case noTable(String)
  /// So many more problems are not told one by one.
  case moreProblems(count: Int)
  /// What is written of an entry names no event, for a reason that a resolver gives.
  case unresolvable(EventNameProblem)
  /// The library refuses with this number and says this.
  case library(code: Int32, message: String)
}

extension EventSourceProblem: CustomStringConvertible {
  /// What is wrong in a few words.
  public var description: String {
    switch self {
    case .unreadable(let error): error.readingProblem
    case .tooLarge(let limit): "is larger than \(limit) bytes"
    case .tooMuchTogether(let limit):
      "is left out, since the files of the table have more than \(limit) bytes together"
    case .tooManyEntries(let limit): "holds more than \(limit) entries"
    case .malformed(let expected): "\(expected) is expected here"
    case .nestedTooDeep(let limit): "values are nested deeper than \(limit) levels"
    case .missingField(let field): "the field \(quoted(field)) is missing"
    case .invalidField(let field, let value):
      "the field \(quoted(field)) holds \(quoted(value)), which makes no sense"
    case .danglingReference(let name): "refers to \(quoted(name)), which does not exist"
    case .circularReference(let name): "\(quoted(name)) refers to itself"
    case .noTable(let name): "has no table \(quoted(name))"
    case .moreProblems(let count): "has \(count) more problems"
    case .unresolvable(let problem): "\(problem)"
    case .library(let code, let message): "\(message) (error \(code))"
    }
  }
}
