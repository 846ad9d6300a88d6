/// Reads the text of events without asking what the machine has.
///
/// One pass from left to right, without recursion, so that the time grows with the
/// length of the text and nesting costs nothing.
struct ExpressionParser {
  /// More text than this is refused.
  static let limit: Int = 1 << 20

  var cursor: TextCursor

  init(_ expression: String) throws(LocatedProblem) {
    guard expression.utf8.count <= Self.limit else {
      throw LocatedProblem(problem: .tooLong(limit: Self.limit), position: 0)
    }
    self.cursor = TextCursor(bytes: Array(expression.utf8))
  }

  /// The groups of a list whose parts are set apart by commas.
  mutating func parse() throws(LocatedProblem) -> [ParsedGroup] {
    cursor.skipSpace()
    if cursor.isAtEnd { throw LocatedProblem(problem: .emptyExpression, position: 0) }
    var groups: [ParsedGroup] = []
    while true {
      groups.append(try parseGroupOrEvent())
      let end: Int = cursor.position
      cursor.skipSpace()
      if cursor.isAtEnd { return groups }
      guard cursor.take(",") else {
        throw cursor.position > end && startsEvent ? cursor.problem(.missingComma) : strayCharacter
      }
    }
  }

  /// Whether the next byte can be the first of an event or a group.
  private var startsEvent: Bool {
    cursor.next.map { WordCharacters.belongsToName($0) || $0 == UInt8(ascii: "{") } ?? false
  }

  private var strayCharacter: LocatedProblem {
    cursor.next == UInt8(ascii: "}") ? cursor.problem(.unbalancedBrace) : cursor.unexpected
  }

  private mutating func parseGroupOrEvent() throws(LocatedProblem) -> ParsedGroup {
    cursor.skipSpace()
    if cursor.next == UInt8(ascii: "}") { throw cursor.problem(.unbalancedBrace) }
    let start: Int = cursor.position
    let word: ArraySlice<UInt8> = cursor.take(while: WordCharacters.belongsToName)
    if word.first.map(WordCharacters.startsName) ?? true, cursor.take("{") {
      let name: String? = word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
      return try parseMembers(name: name)
    }
    cursor.position = start
    let event: ParsedEvent = try parseEvent()
    return ParsedGroup(name: nil, isExplicit: false, events: [event], modifiers: ModifierList())
  }

  /// The rest of a group, behind its opening brace.
  private mutating func parseMembers(name: String?) throws(LocatedProblem) -> ParsedGroup {
    let brace: Int = cursor.position - 1
    var group = ParsedGroup(
      name: name, isExplicit: true, events: [], modifiers: ModifierList())
    while true {
      cursor.skipSpace()
      if cursor.isAtEnd { throw LocatedProblem(problem: .unbalancedBrace, position: brace) }
      if cursor.next == UInt8(ascii: "{") { throw cursor.problem(.nestedGroup) }
      group.events.append(try parseEvent())
      cursor.skipSpace()
      if cursor.take("}") { break }
      if cursor.isAtEnd { throw LocatedProblem(problem: .unbalancedBrace, position: brace) }
      if cursor.next == UInt8(ascii: "{") { throw cursor.problem(.nestedGroup) }
      guard cursor.take(",") else { throw cursor.unexpected }
    }
    if cursor.take(":") { group.modifiers = try parseModifiers() }
    return group
  }

  /// Letters behind a colon or a slash, perhaps none.
  mutating func parseModifiers() throws(LocatedProblem) -> ModifierList {
    let start: Int = cursor.position
    let letters: ArraySlice<UInt8> = cursor.take(while: WordCharacters.isLetter)
    return try ModifierList(checking: letters, position: start)
  }
}
