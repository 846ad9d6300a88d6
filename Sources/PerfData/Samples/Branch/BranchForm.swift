internal import PerfEvent

/// The parts of a branch stack beside its branches.
@frozen
@usableFromInline
struct BranchForm: OptionSet, BitwiseCopyable {
  @usableFromInline let rawValue: UInt8

  @inlinable
  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The hardware's index stands in front of the branches.
  @inlinable static var hardwareIndex: BranchForm { BranchForm(rawValue: 1) }
  /// A word of counters for each branch stands behind them.
  @inlinable static var counters: BranchForm { BranchForm(rawValue: 2) }

  /// The parts that the event asks for.
  init(_ layout: borrowing SampleLayout) {
    let asked = BranchFields(rawValue: layout.branchFields)
    self = []
    if asked.contains(.hardwareIndex) { insert(.hardwareIndex) }
    if asked.contains(.counters) { insert(.counters) }
  }

  /// The other forms that a sample of the event may have.
  ///
  /// The kernel leaves the index out when it has no branch stack at all.
  func alternatives(_ layout: borrowing SampleLayout) -> [BranchForm] {
    guard SampleFields(rawValue: layout.fields).contains(.branchStack) else { return [] }
    var forms: [BranchForm] = []
    if layout.mayHaveBranchCounters { forms.append(symmetricDifference(.counters)) }
    if contains(.hardwareIndex) { forms += (forms + [self]).map { $0.subtracting(.hardwareIndex) } }
    return forms
  }
}
