import PerfEvent

extension EventAttributes {
  /// What the kernel is told beside type and code, in perf's words.
  var settings: [String] {
    let named: [(String, EventFlags)] = [
      ("pinned", .pinned), ("exclusive", .exclusive), ("exclude_user", .excludeUser),
      ("exclude_kernel", .excludeKernel), ("exclude_hv", .excludeHypervisor),
      ("exclude_idle", .excludeIdle), ("exclude_host", .excludeHost),
      ("exclude_guest", .excludeGuest),
    ]
    var all: [String] = named.filter { flags.contains($0.1) }.map { "\($0.0)=1" }
    if precision > 0 { all.append("precise_ip=\(precision)") }
    if type == .breakpoint { all.append("bp_type=\(breakpointAccess.rawValue)") }
    if samplePeriod > 0 {
      all.append("\(flags.contains(.frequency) ? "sample_freq" : "sample_period")=\(samplePeriod)")
    }
    return all
  }
}
