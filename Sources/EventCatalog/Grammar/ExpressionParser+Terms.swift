extension ExpressionParser {
  /// The terms between two slashes, or nil if there is no slash.
  mutating func parseTerms() throws(LocatedProblem) -> [ParsedTerm]? {
    let slash: Int = cursor.position
    guard cursor.take("/") else { return nil }
    var terms: [ParsedTerm] = []
    if cursor.take("/") { return terms }
    while true {
      terms.append(try parseTerm(slash: slash))
      if cursor.take("/") { return terms }
      if cursor.isAtEnd { throw LocatedProblem(problem: .unbalancedSlash, position: slash) }
      guard cursor.take(",") else { throw cursor.unexpected }
    }
  }

  private mutating func parseTerm(slash: Int) throws(LocatedProblem) -> ParsedTerm {
    let start: Int = cursor.position
    if let setting = try parseDriverSetting(slash: slash) { return setting }
    let name: ArraySlice<UInt8> =
      try takeQuotation() ?? cursor.take(while: WordCharacters.belongsToValue)
    if name.isEmpty {
      if cursor.isAtEnd { throw LocatedProblem(problem: .unbalancedSlash, position: slash) }
      let isEmpty: Bool = cursor.next == UInt8(ascii: ",") || cursor.next == UInt8(ascii: "/")
      throw isEmpty ? cursor.problem(.emptyPart) : cursor.unexpected
    }
    // In quotation marks the sign would make a setting of the driver of what is none.
    if name.first == UInt8(ascii: "@") {
      throw LocatedProblem(problem: .unexpectedCharacter("@"), position: start + 1)
    }
    var term = ParsedTerm(
      name: String(decoding: name, as: UTF8.self), value: nil, position: start)
    if cursor.take("=") { term.value = try parseValue(slash: slash) }
    return term
  }

  /// The text between two quotation marks, if one stands here.
  private mutating func takeQuotation() throws(LocatedProblem) -> ArraySlice<UInt8>? {
    let start: Int = cursor.position
    guard cursor.take("'") else { return nil }
    let text: ArraySlice<UInt8> = cursor.take { $0 != UInt8(ascii: "'") }
    guard cursor.take("'") else {
      throw LocatedProblem(problem: .unbalancedQuote, position: start)
    }
    return text
  }

  /// A setting for a driver, `@NAME` or `@NAME=VALUE`, of which the value stays a text.
  private mutating func parseDriverSetting(slash: Int) throws(LocatedProblem) -> ParsedTerm? {
    let start: Int = cursor.position
    guard cursor.take("@") else { return nil }
    let name: ArraySlice<UInt8> = cursor.take(while: WordCharacters.belongsToValue)
    if name.isEmpty { throw cursor.unexpected }
    var term = ParsedTerm(
      name: "@" + String(decoding: name, as: UTF8.self), value: nil, position: start)
    if cursor.take("=") {
      let value: ArraySlice<UInt8> = cursor.take(while: WordCharacters.belongsToValue)
      if value.isEmpty { throw cursor.unexpected }
      term.value = .text(String(decoding: value, as: UTF8.self))
    }
    return term
  }

  private mutating func parseValue(slash: Int) throws(LocatedProblem) -> ParsedTerm.Value {
    if let text = try takeQuotation() { return .text(String(decoding: text, as: UTF8.self)) }
    let bytes: ArraySlice<UInt8> = cursor.take(while: WordCharacters.belongsToValue)
    if bytes.isEmpty {
      if cursor.isAtEnd { throw LocatedProblem(problem: .unbalancedSlash, position: slash) }
      throw cursor.problem(.emptyPart)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let number = NumberText.unsigned(text) else { return .text(text) }
    return .number(number)
  }
}
