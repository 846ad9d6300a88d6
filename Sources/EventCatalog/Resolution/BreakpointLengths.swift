internal import PerfEvent

/// How many bytes the debug registers of a CPU can watch.
struct BreakpointLengths {
  /// Asked only for lengths that not every CPU can watch.
  let cpus: () -> [CPUIdentifier]

  /// What is wrong with a length, or nil if some core of the machine can watch so many
  /// bytes.
  ///
  /// Where the CPU is not known, the kernel decides.
  func problem(of length: UInt64, isCode: Bool) -> EventNameProblem? {
    if length == UInt64(MemoryLayout<Int>.size) { return nil }
    if !isCode, [1, 2, 4, 8].contains(length) { return nil }
    var possible: [UInt64] = []
    for cpu in cpus() {
      switch cpu {
      case .x86(let vendor, _, _, _):
        // AMD's registers have masks for longer ranges of data.
        let hasMasks: Bool = vendor == "AuthenticAMD" || vendor == "HygonGenuine"
        if !isCode, hasMasks, length.nonzeroBitCount == 1 { return nil }
        possible = isCode ? [8] : [1, 2, 4, 8]
      case .arm64:
        if (1...8).contains(length) { return nil }
        possible = Array(1...8)
      default: return nil
      }
    }
    return possible.isEmpty ? nil : .impossibleBreakpointLength(length, possible: possible)
  }
}
