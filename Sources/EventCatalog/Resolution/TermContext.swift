internal import PerfEvent

/// What the meaning of a term depends on beside the term.
struct TermContext {
  let pmus: PMUInventory
  var purpose: EventPurpose = .counting
  /// What describes events beside the kernel.
  var lookup: (any DefinitionLookup)?

  /// The CPUs of a term `cpu`: a number, a list, or those of a PMU.
  ///
  /// They are added to those that such terms before have named.
  func cpus(of term: ParsedTerm, beside named: [Int]?) throws(LocatedProblem) -> [Int] {
    let found: [Int]?
    switch term.value {
    case .number(let number): found = Int(exactly: number).map { [$0] }
    case .text(let text): found = pmus.cpus(ofPMU: text) ?? list(text)
    case nil: found = nil
    }
    guard let found, found.allSatisfy({ $0 < Int(Int32.max) }) else {
      throw LocatedProblem(
        problem: .invalidValue(term: term.name, value: term.valueText), position: term.position)
    }
    return Set(found + (named ?? [])).sorted()
  }

  private func list(_ text: String) -> [Int]? {
    CPUList(parsing: text)?.cpus.map { Int($0) }
  }
}
