extension PerfmonOperand {
  /// The terms of a PMU that say the same as the qualifiers.
  ///
  /// Flags without such a term are not among them.
  public var terms: [String] {
    var terms: [String] = []
    if let counterMask { terms.append("cmask=\(counterMask)") }
    if edge { terms.append("edge=1") }
    if invert { terms.append("inv=1") }
    if equal { terms.append("eq=1") }
    if let unitMask { terms.append("umask=\(unitMask.hexadecimal)") }
    for (register, value) in registers.sorted(by: { $0.key < $1.key }) {
      terms.append("\(Self.term(of: register))=\(value.hexadecimal)")
    }
    if flags.contains("percore") { terms.append("percore") }
    return terms
  }

  /// The event with its qualifiers as perf writes it.
  ///
  /// What the counters of top-down analysis measure has names of its own in the kernel.
  ///
  /// - Parameter pmu: The PMU to which an event with terms belongs.
  /// - Returns: A name, or the name and terms between slashes, with modifiers.
  public func eventText(pmu: String = "cpu") -> String {
    var modifiers: String = privileges
    if flags.contains("retire_latency") { modifiers += "R" }
    let suffix: String = modifiers.isEmpty ? "" : ":\(modifiers)"
    let name: String = kernelName ?? name
    let terms: [String] = terms
    guard !terms.isEmpty else { return name + suffix }
    return "\(pmu)/\(([name] + terms).joined(separator: ","))/\(modifiers)"
  }

  /// The kernel's name of a fixed measure of top-down analysis.
  private var kernelName: String? {
    switch name {
    case "TOPDOWN.SLOTS" where flags.contains("perf_metrics"): "slots"
    case "PERF_METRICS.RETIRING": "topdown-retiring"
    case "PERF_METRICS.BAD_SPECULATION": "topdown-bad-spec"
    case "PERF_METRICS.FRONTEND_BOUND": "topdown-fe-bound"
    case "PERF_METRICS.BACKEND_BOUND": "topdown-be-bound"
    case "PERF_METRICS.HEAVY_OPERATIONS": "topdown-heavy-ops"
    case "PERF_METRICS.BRANCH_MISPREDICTS": "topdown-br-mispredict"
    case "PERF_METRICS.FETCH_LATENCY": "topdown-fetch-lat"
    case "PERF_METRICS.MEMORY_BOUND": "topdown-mem-bound"
    default: nil
    }
  }

  private static func term(of register: String) -> String {
    switch register {
    case "opc": "filter_opc"
    case "tid": "filter_tid"
    case "filter1": "config1"
    case "ocr_msr_val": "offcore_rsp"
    default: register
    }
  }
}
