extension ExpressionParser {
  /// An event in the language of perf, or a text that may be one of another tool.
  mutating func parseEvent() throws(LocatedProblem) -> ParsedEvent {
    let start: Int = cursor.position
    do throws(LocatedProblem) {
      let event: ParsedEvent = try parseEventOfPerf()
      if cursor.isAtEnd || isEndOfEvent { return event }
      throw cursor.unexpected
    } catch {
      cursor.position = start
      let text: ArraySlice<UInt8> = cursor.take(while: ForeignName.belongs)
      let name = String(decoding: text, as: UTF8.self)
      guard cursor.isAtEnd || isEndOfEvent, ForeignName.isPlausible(name) else { throw error }
      return ParsedEvent(
        text: name, subject: .foreign(name, error), position: start, terms: nil,
        modifiers: ModifierList())
    }
  }

  /// Whether an event can end before the next byte.
  private var isEndOfEvent: Bool {
    guard let byte = cursor.next else { return true }
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      || byte.isBlank
  }

  private mutating func parseEventOfPerf() throws(LocatedProblem) -> ParsedEvent {
    let start: Int = cursor.position
    let word: ArraySlice<UInt8> = cursor.take(while: WordCharacters.belongsToName)
    if word.isEmpty { throw emptyOrUnexpected }
    let name = String(decoding: word, as: UTF8.self)
    var event = ParsedEvent(
      text: "", subject: .name(name), position: start, terms: nil, modifiers: ModifierList())
    if name == "mem", cursor.next == UInt8(ascii: ":") {
      event.subject = .breakpoint(try parseBreakpoint(from: start))
    } else if let type = NumberText.unsigned(name) {
      event.subject = try parseNumeric(type: type, from: start)
    } else if let raw = try rawCode(name, from: start) {
      event.subject = .raw(raw)
    } else if let tracepoint = parseTracepointName(system: name) {
      event.subject = .tracepoint(system: name, name: tracepoint)
    }
    event.terms = try parseTerms()
    if event.terms != nil {
      event.modifiers = try parseModifiers()
    } else if cursor.take(":") {
      event.modifiers = try parseModifiers()
    }
    event.text = cursor.text(from: start)
    return event
  }

  private var emptyOrUnexpected: LocatedProblem {
    guard let byte = cursor.next else { return cursor.problem(.emptyPart) }
    switch byte {
    case UInt8(ascii: ","): return cursor.problem(.emptyPart)
    case UInt8(ascii: "}"):
      return cursor.problem(.emptyPart)
    default: return cursor.unexpected
    }
  }

  /// The number of a word that is `r` and hexadecimal digits.
  private func rawCode(_ word: String, from start: Int) throws(LocatedProblem) -> UInt64? {
    let digits: Substring = word.dropFirst()
    guard word.hasPrefix("r"), !digits.isEmpty,
      digits.utf8.allSatisfy(NumberText.isHexadecimalDigit)
    else { return nil }
    guard digits.utf8.count <= 16, let code = NumberText.hexadecimal(digits) else {
      throw LocatedProblem(problem: .invalidRawCode(word), position: start)
    }
    return code
  }

  private mutating func parseNumeric(
    type: UInt64, from start: Int
  ) throws(LocatedProblem) -> ParsedSubject {
    let word: String = cursor.text(from: start)
    guard let type = UInt32(exactly: type) else {
      throw LocatedProblem(
        problem: .valueTooLarge(term: "type", value: type, width: 32), position: start)
    }
    guard cursor.take(":") else {
      throw LocatedProblem(problem: .unknownEvent(name: word, nearest: []), position: start)
    }
    let configStart: Int = cursor.position
    let digits: ArraySlice<UInt8> = takeNumber()
    let text = String(decoding: digits, as: UTF8.self)
    guard let config = NumberText.unsigned(text) else {
      throw LocatedProblem(
        problem: .invalidValue(term: "config", value: text), position: configStart)
    }
    return .numeric(type: type, config: config)
  }

  /// Steps over a decimal or `0x` number.
  mutating func takeNumber() -> ArraySlice<UInt8> {
    let start: Int = cursor.position
    if cursor.take("0"), cursor.next.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
      cursor.position += 1
      _ = cursor.take(while: NumberText.isHexadecimalDigit)
    } else {
      _ = cursor.take(while: NumberText.isDigit)
    }
    return cursor.bytes[start..<cursor.position]
  }

  /// The part behind the colon, unless it can only be modifiers.
  private mutating func parseTracepointName(system: String) -> String? {
    let colon: Int = cursor.position
    guard cursor.take(":") else { return nil }
    let name: ArraySlice<UInt8> = cursor.take(while: WordCharacters.belongsToName)
    let isModifiers: Bool = name.allSatisfy(ModifierList.isModifier)
    if isModifiers || GenericEvents.contains(system) {
      cursor.position = colon
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}
