/// What was left out of files, up to a number that a person can still read.
struct SourceWarnings {
  /// The warnings that are told in full.
  static let limit: Int = 1000
  /// The most of a field that is quoted.
  private static let excerpt: Int = 120

  private var errors: [EventSourceError] = []
  private var omitted: Int = 0
  private var lastPath: String = ""

  /// All warnings, the last one being how many more there would be.
  var all: [EventSourceError] {
    guard omitted > 0 else { return errors }
    return errors + [EventSourceError(path: lastPath, problem: .moreProblems(count: omitted))]
  }

  mutating func add(
    _ path: String, _ place: EventSourceError.Place? = nil, _ problem: EventSourceProblem
  ) {
    add(EventSourceError(path: path, place: place, problem: problem))
  }

  mutating func add(_ error: EventSourceError) {
    lastPath = error.path
    if errors.count < Self.limit { errors.append(error) } else { omitted += 1 }
  }

  mutating func add(contentsOf errors: [EventSourceError]) {
    for error in errors { add(error) }
  }

  /// A field with a value that makes no sense.
  static func invalid(_ field: String, _ value: String) -> EventSourceProblem {
    .invalidField(field, value: short(value))
  }

  /// The start of a text, so that a warning about a huge line is not huge itself.
  static func short(_ text: String) -> String {
    text.utf8.count <= excerpt ? text : String(decoding: text.utf8.prefix(excerpt), as: UTF8.self)
  }
}
