internal import PerfEvent

/// The words of the term `branch_type`.
enum BranchFilterWord {
  private static let fields: [String: BranchFields] = [
    "u": .user, "k": .kernel, "hv": .hypervisor, "any": .any, "any_call": .anyCall,
    "any_ret": .anyReturn, "ind_call": .indirectCall, "abort_tx": .abortedTransaction,
    "in_tx": .inTransaction, "no_tx": .noTransaction, "cond": .conditional,
    "ind_jmp": .indirectJump, "call": .call, "no_flags": .noFlags, "no_cycles": .noCycles,
    "save_type": .type, "stack": .callStack, "hw_index": .hardwareIndex, "priv": .privilege,
    "counter": .counters,
  ]

  /// The branches that words with commas between them ask for, or nil of others.
  ///
  /// Levels alone mean all branches there.
  static func fields(of text: String) -> BranchFields? {
    var found: BranchFields = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let field = fields[String(word)] else { return nil }
      found.formUnion(field)
    }
    let levels: BranchFields = [.user, .kernel, .hypervisor]
    return found.subtracting(levels).isEmpty ? found.union(.any) : found
  }
}
