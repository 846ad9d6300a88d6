internal import PerfEvent

/// The terms that only make sense for samples.
enum RecordingTerm {
  static let names: [String] = [
    "branch_type", "time", "call-graph", "stack-size", "max-stack", "nr", "inherit", "no-inherit",
    "overwrite", "no-overwrite", "aux-output", "aux-action", "aux-sample-size", "ratio-to-prev",
  ]

  /// Applies a term to a definition.
  ///
  /// - Returns: False if the term is none of these.
  static func apply(
    _ term: ParsedTerm, to definition: inout EventCandidate, for purpose: EventPurpose
  ) throws(LocatedProblem) -> Bool {
    guard names.contains(term.name) else { return false }
    guard purpose == .sampling else {
      throw LocatedProblem(problem: .recordingTerm(term.name), position: term.position)
    }
    try apply(term, to: &definition.options)
    return true
  }

  private static func apply(
    _ term: ParsedTerm, to options: inout EventOptions
  ) throws(LocatedProblem) {
    switch term.name {
    case "time": options.recordsTime = try CommonTerm.flag(term)
    case "inherit": options.isInherited = try CommonTerm.number(term) != 0
    case "no-inherit": options.isInherited = try CommonTerm.number(term) == 0
    case "overwrite": options.overwrites = try CommonTerm.flag(term)
    case "no-overwrite": options.overwrites = try CommonTerm.number(term) == 0
    case "nr": options.maximumSamples = try CommonTerm.number(term)
    case "stack-size": options.stackSize = try CommonTerm.number(term, as: UInt32.self)
    case "max-stack":
      options.maximumCallchainDepth = try CommonTerm.number(term, as: UInt16.self)
    case "aux-output": options.writesAUX = try CommonTerm.number(term) != 0
    case "aux-sample-size": options.auxSampleSize = try CommonTerm.number(term, as: UInt32.self)
    default: try applyWord(term, to: &options)
    }
  }

  private static func applyWord(
    _ term: ParsedTerm, to options: inout EventOptions
  ) throws(LocatedProblem) {
    let word: String = try CommonTerm.text(term)
    let isKnown: Bool
    switch term.name {
    case "branch_type":
      options.branches = BranchFilterWord.fields(of: word)
      isKnown = options.branches != nil
    case "call-graph":
      options.callchain = callchain(word)
      isKnown = options.callchain != nil
    case "aux-action":
      options.auxAction = auxAction(word)
      isKnown = options.auxAction != nil
    default:
      options.ratioToPrevious = Double(word).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
      isKnown = options.ratioToPrevious != nil
    }
    guard isKnown else {
      throw LocatedProblem(
        problem: .invalidValue(term: term.name, value: word), position: term.position)
    }
  }

  private static func callchain(_ word: String) -> EventOptions.CallchainMethod? {
    switch word {
    case "no": EventOptions.CallchainMethod.none
    case "fp": .framePointers
    case "dwarf": .debugInformation
    case "lbr": .branchRecords
    default: nil
    }
  }

  private static func auxAction(_ word: String) -> EventOptions.AUXAction? {
    switch word {
    case "start-paused": .startPaused
    case "pause": .pause
    case "resume": .resume
    default: nil
    }
  }
}
