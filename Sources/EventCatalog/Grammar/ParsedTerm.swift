/// A term between slashes as it was written.
struct ParsedTerm: Equatable {
  var name: String
  var value: Value?
  var position: Int

  enum Value: Equatable {
    case number(UInt64)
    case text(String)
  }
}
