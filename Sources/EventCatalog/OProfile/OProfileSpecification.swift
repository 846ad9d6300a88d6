/// An event as OProfile's commands take it, `NAME:count:unitmask:kernel:user`.
///
/// Everything behind the name may be left out. `ocount` takes no count: where the
/// second part is not a decimal number, it is the unit mask.
public struct OProfileSpecification: Hashable, Sendable {
  /// The name of the event.
  public var name: String
  /// The number of events between two samples, if one was given.
  public var count: UInt64?
  /// The unit mask, if one was given.
  public var unitMask: UnitMask?
  /// Whether what the kernel does is counted.
  public var countsKernel: Bool
  /// Whether what programs do is counted.
  public var countsUser: Bool

  /// A choice among the unit masks of an event.
  public enum UnitMask: Hashable, Sendable {
    /// The mask by its number.
    case value(UInt64)
    /// The mask by its name.
    case name(String)
  }

  /// Reads a specification.
  ///
  /// - Parameter text: The text, such as `l2_rqsts:200003:miss:0:1`.
  /// - Throws: What is wrong, and where.
  public init(parsing text: String) throws(EventNameError) {
    let parts: [String] = text.utf8.prefix(4096)
      .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    var fields = Fields(expression: text, parts: parts)
    self.name = try fields.next(or: .emptyPart)
    self.count = nil
    self.unitMask = nil
    self.countsKernel = true
    self.countsUser = true
    if let part = fields.peek, part.utf8.allSatisfy(NumberText.isDigit), !part.isEmpty {
      guard let value = NumberText.unsigned(part) else { throw fields.invalid("count") }
      count = value
      fields.skip()
    }
    if let part = fields.peek {
      guard !part.isEmpty else { throw fields.error(.emptyPart) }
      unitMask = NumberText.unsigned(part).map(UnitMask.value) ?? .name(part)
      fields.skip()
    }
    if let isOn = try fields.flag("kernel") { countsKernel = isOn }
    if let isOn = try fields.flag("user") { countsUser = isOn }
    if fields.peek != nil { throw fields.error(.unexpectedCharacter(":")) }
  }

  /// The name under which an ``OProfileSource`` describes the event with its mask.
  public var eventName: String {
    switch unitMask {
    case nil: name
    case .value(let value): "\(name):\(value.hexadecimal)"
    case .name(let mask): "\(name):\(mask)"
    }
  }

  /// The event that is meant.
  ///
  /// A number that no single mask has is a sum of several, where the event allows it.
  ///
  /// - Parameter definitions: The definitions that bear a name.
  /// - Returns: The definition, nil if no event or no mask has the name.
  public func definition(
    among definitions: (_ name: String) -> [EventDefinition]
  ) -> EventDefinition? {
    if let found = definitions(eventName).first(where: { $0.provenance.source == .oprofile }) {
      return found
    }
    guard case .value(let mask)? = unitMask, mask <= 0xFF,
      var sum = definitions(name).first(where: { $0.provenance.source == .oprofile }),
      sum.traits.contains(.combinableUnitMasks), let words = sum.words
    else { return nil }
    sum.name = eventName
    sum.baseName = name
    sum.traits.remove(.defaultUnitMask)
    sum.words = EventWords(config: words.config & 0xF_0000_00FF | mask << 8)
    let event: UInt64 = words.config & 0xFF | words.config >> 24 & 0xF00
    sum.terms = EventCode(layout: .x86, event: event, unitMask: mask).terms
    return sum
  }
}

/// The parts of a specification one after the other.
private struct Fields {
  let expression: String
  let parts: [String]
  private var index: Int = 0
  private var position: Int = 0

  init(expression: String, parts: [String]) {
    self.expression = expression
    self.parts = parts
  }

  var peek: String? { index < parts.count ? parts[index] : nil }

  mutating func skip() {
    if let part = peek { position += part.utf8.count + 1 }
    index += 1
  }

  mutating func next(or problem: EventNameProblem) throws(EventNameError) -> String {
    guard let part = peek, !part.isEmpty else { throw error(problem) }
    skip()
    return part
  }

  mutating func flag(_ name: String) throws(EventNameError) -> Bool? {
    guard let part = peek else { return nil }
    guard part == "0" || part == "1" else { throw invalid(name) }
    skip()
    return part == "1"
  }

  func invalid(_ term: String) -> EventNameError {
    error(.invalidValue(term: term, value: peek ?? ""))
  }

  func error(_ problem: EventNameProblem) -> EventNameError {
    EventNameError(
      expression: String(decoding: expression.utf8.prefix(4096), as: UTF8.self),
      position: position, problem: problem)
  }
}
