internal import PerfEvent

/// The terms that every event knows.
enum CommonTerm {
  static let names: [String] = [
    "config", "config1", "config2", "config3", "config4", "name", "period", "freq", "percore",
  ]

  /// The terms that only make sense for samples.
  static let recordingNames: [String] = [
    "branch_type", "time", "call-graph", "stack-size", "max-stack", "nr", "inherit", "no-inherit",
    "overwrite", "no-overwrite", "aux-output", "aux-action", "aux-sample-size", "metric-id",
    "ratio-to-prev", "cpu", "legacy-hardware-config", "legacy-cache-config",
  ]

  /// Applies a term to a definition.
  ///
  /// - Returns: False if the term is none of those that every event knows.
  static func apply(
    _ term: ParsedTerm, to definition: inout EventCandidate
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
      if term.value != nil, try number(term) == 0 { break }
      definition.requests.insert(.perCore)
    case "name": definition.name = try text(term)
    default:
      guard !recordingNames.contains(term.name), !term.name.hasPrefix("@") else {
        throw LocatedProblem(problem: .recordingTerm(term.name), position: term.position)
      }
      return false
    }
    return true
  }

  private static func number(_ term: ParsedTerm) throws(LocatedProblem) -> UInt64 {
    switch term.value {
    case .number(let number): return number
    case .text(let text):
      throw LocatedProblem(
        problem: .invalidValue(term: term.name, value: text), position: term.position)
    case nil:
      throw LocatedProblem(
        problem: .missingValue(term: term.name, width: 64), position: term.position)
    }
  }

  private static func text(_ term: ParsedTerm) throws(LocatedProblem) -> String {
    switch term.value {
    case .text(let text): return text
    case .number(let number):
      throw LocatedProblem(
        problem: .invalidValue(term: term.name, value: String(number)), position: term.position)
    case nil:
      throw LocatedProblem(
        problem: .invalidValue(term: term.name, value: ""), position: term.position)
    }
  }
}
