/// Cuts a formula in infix notation into words and signs.
struct FormulaScanner {
  let bytes: [UInt8]
  let language: FormulaLanguage
  /// Where the next token is looked for.
  var position: Int = 0
  /// Where the last token starts.
  private(set) var start: Int = 0

  init(_ bytes: [UInt8], language: FormulaLanguage) {
    self.bytes = bytes
    self.language = language
  }

  /// The byte at a place, or zero behind the end.
  func byte(at place: Int) -> UInt8 {
    place < bytes.count ? bytes[place] : 0
  }

  /// Steps over blanks and tells the byte behind them.
  mutating func skipSpace() -> UInt8? {
    while position < bytes.count, bytes[position].isBlank { position += 1 }
    return position < bytes.count ? bytes[position] : nil
  }

  /// Whether the next byte that is not blank is an opening parenthesis.
  mutating func isBeforeParenthesis() -> Bool {
    skipSpace() == UInt8(ascii: "(")
  }

  mutating func next() throws(MetricError) -> FormulaToken {
    let first: UInt8? = skipSpace()
    start = position
    guard let first else { return .end }
    if let token = sign(first) {
      position += 1
      return token
    }
    if first == UInt8(ascii: "<") || first == UInt8(ascii: ">") { return comparison(first) }
    if first == UInt8(ascii: "#"), language == .perf { return try literal() }
    return language == .perf ? try wordOfPerf() : try word(first)
  }

  func failure(_ problem: MetricProblem, at place: Int? = nil) -> MetricError {
    MetricError(bytes: bytes, position: place ?? start, problem: problem)
  }

  /// What to say of a byte that begins no token.
  func unexpected(at place: Int) -> MetricError {
    let rest = String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self)
    return failure(.unexpectedCharacter(String(rest.unicodeScalars.prefix(1))), at: place)
  }

  private func sign(_ byte: UInt8) -> FormulaToken? {
    switch byte {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "+"): .operation(.add)
    case UInt8(ascii: "-"): .operation(.subtract)
    case UInt8(ascii: "*"): .operation(.multiply)
    case UInt8(ascii: "/"): .operation(.divide)
    case UInt8(ascii: "%"): .operation(.remainder)
    case UInt8(ascii: "|"): .operation(.or)
    case UInt8(ascii: "&"): .operation(.and)
    case UInt8(ascii: "^") where language != .likwid: .operation(.exclusiveOr)
    default: nil
    }
  }

  private mutating func comparison(_ first: UInt8) -> FormulaToken {
    position += 1
    let isLess: Bool = first == UInt8(ascii: "<")
    var last: Int = position
    // Files of perfmon part the two signs.
    if language == .perfmon { while byte(at: last).isBlank { last += 1 } }
    guard byte(at: last) == UInt8(ascii: "=") else {
      return .operation(isLess ? .less : .greater)
    }
    position = last + 1
    return .operation(isLess ? .lessOrEqual : .greaterOrEqual)
  }

  private mutating func literal() throws(MetricError) -> FormulaToken {
    var end: Int = position + 1
    while NameCharacters.isOfLiteral(byte(at: end)) { end += 1 }
    guard end > position + 1 else { throw unexpected(at: position) }
    let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    position = end
    return .literal(name)
  }
}
