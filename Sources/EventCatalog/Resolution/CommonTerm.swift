internal import PerfEvent

/// The terms that every event knows.
enum CommonTerm {
  static let names: [String] = [
    "config", "config1", "config2", "config3", "config4", "name", "period", "freq", "percore",
    "cpu", "metric-id",
  ]

  /// Whether a word is a term that every event knows, in whatever context.
  static func isKnown(_ name: String) -> Bool {
    names.contains(name) || RecordingTerm.names.contains(name) || name.hasPrefix("legacy-")
  }

  /// Applies a term to a definition.
  ///
  /// - Returns: False if the term is none of those that every event knows.
  static func apply(
    _ term: ParsedTerm, to definition: inout EventCandidate, for context: TermContext
  ) throws(LocatedProblem) -> Bool {
    switch term.name {
    case "config": definition.attributes.config = try number(term)
    case "config1": definition.attributes.config1 = try number(term)
    case "config2": definition.attributes.config2 = try number(term)
    case "config3": definition.attributes.config3 = try number(term)
    case "config4": definition.attributes.config4 = try number(term)
    case "period":
      definition.attributes.samplePeriod = try number(term)
      definition.attributes.flags.remove(.frequency)
    case "freq":
      definition.attributes.samplePeriod = try number(term)
      definition.attributes.flags.insert(.frequency)
    case "percore":
      if try flag(term) { definition.requests.insert(.perCore) }
    case "name": definition.name = try text(term)
    case "metric-id": definition.options.metricID = try text(term)
    case "cpu":
      definition.cpus = try context.cpus(of: term, beside: definition.namedCPUs)
      definition.namedCPUs = definition.cpus
    case "legacy-hardware-config": try legacy(term, .hardware, &definition)
    case "legacy-cache-config": try legacy(term, .hardwareCache, &definition)
    default:
      if let code = rawCode(term) {
        definition.attributes.config = code
        return true
      }
      return try RecordingTerm.apply(term, to: &definition, for: context.purpose)
    }
    return true
  }

  /// The number of a term such as `r1a8` or `r0x1a8`.
  static func rawCode(_ term: ParsedTerm) -> UInt64? {
    guard term.value == nil, term.name.hasPrefix("r") else { return nil }
    let digits: Substring = term.name.dropFirst()
    return NumberText.hexadecimal(digits.hasPrefix("0x") ? digits.dropFirst(2) : digits)
  }

  private static func legacy(
    _ term: ParsedTerm, _ type: EventType, _ definition: inout EventCandidate
  ) throws(LocatedProblem) {
    definition.attributes.config = try number(term)
    definition.attributes.type = type
  }

  /// A number, or 1 where none stands.
  static func number(_ term: ParsedTerm) throws(LocatedProblem) -> UInt64 {
    switch term.value {
    case .number(let number): return number
    case .text(let text):
      throw LocatedProblem(
        problem: .invalidValue(term: term.name, value: text), position: term.position)
    case nil: return 1
    }
  }

  /// A number that a field of fewer bits can hold.
  static func number<Number: FixedWidthInteger>(
    _ term: ParsedTerm, as type: Number.Type
  ) throws(LocatedProblem) -> Number {
    let value: UInt64 = try number(term)
    guard let number = Number(exactly: value) else {
      throw LocatedProblem(
        problem: .valueTooLarge(term: term.name, value: value, width: Number.bitWidth),
        position: term.position)
    }
    return number
  }

  /// 0 or 1, or 1 where none stands.
  static func flag(_ term: ParsedTerm) throws(LocatedProblem) -> Bool {
    let value: UInt64 = try number(term)
    guard value <= 1 else {
      throw LocatedProblem(
        problem: .invalidValue(term: term.name, value: String(value)), position: term.position)
    }
    return value == 1
  }

  static func text(_ term: ParsedTerm) throws(LocatedProblem) -> String {
    if case .text(let text)? = term.value, !text.isEmpty { return text }
    let value: String = if case .number(let number)? = term.value { String(number) } else { "" }
    throw LocatedProblem(
      problem: .invalidValue(term: term.name, value: value), position: term.position)
  }
}
