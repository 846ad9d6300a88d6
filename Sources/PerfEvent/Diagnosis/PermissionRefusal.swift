/// What a program without privilege asked for and may not have.
public struct PermissionRefusal: Hashable, Sendable {
  /// The kinds of requests that need permission.
  public enum Request: Hashable, Sendable {
    /// Any event at all.
    case anyEvent
    /// Events that happen while the kernel runs.
    case kernelSide
    /// Events of every task on a CPU.
    case wholeCPU
    /// The fields of tracepoints.
    case rawTracepoint
    /// Events of a process or thread that this user may not trace.
    case task(Int32)
    /// Events at a place in the code of the kernel or of a program.
    case probe
    /// Events at an address of the kernel.
    case kernelBreakpoint
  }

  /// What was asked for.
  public var request: Request
  /// The present level of `kernel.perf_event_paranoid`.
  public var paranoidLevel: Int?
  /// The highest level that would allow it without privilege.
  public var neededLevel: Int

  /// Whether leaving the kernel side out, modifier u, is enough.
  public var isUserSideAllowed: Bool {
    request == .kernelSide && (paranoidLevel ?? 3) <= 2
  }
}

extension PermissionRefusal: CustomStringConvertible {
  /// One sentence that says what is refused, why, and what would help.
  public var description: String {
    switch request {
    case .task(let task):
      "this user may not trace task \(task): run as its owner or root, or give the program "
        + "CAP_PERFMON (before Linux 5.9 CAP_SYS_PTRACE as well)"
    case .probe: "counting a probe needs privilege: run as root, or give the program CAP_PERFMON"
    case .kernelBreakpoint:
      "a breakpoint in the kernel needs privilege: run as root, or give the program CAP_SYS_ADMIN"
    case .anyEvent: sentence(about: "counting any event")
    case .kernelSide: sentence(about: "counting the kernel side")
    case .wholeCPU: sentence(about: "counting all tasks of a CPU")
    case .rawTracepoint: sentence(about: "sampling the fields of tracepoints")
    }
  }

  private func sentence(about subject: String) -> String {
    let level: String = paranoidLevel.map { " (now \($0))" } ?? ""
    // Debian's level 3 and Ubuntu's 4 do not ask for CAP_PERFMON.
    let capability: String = (paranoidLevel ?? 0) > 2 ? "CAP_SYS_ADMIN" : "CAP_PERFMON"
    var remedy: String =
      "run `sysctl kernel.perf_event_paranoid=\(neededLevel)` as root, "
      + "or give the program \(capability)"
    if isUserSideAllowed { remedy += ", or count the user side only (modifier :u)" }
    return "\(subject) needs privilege or a kernel.perf_event_paranoid of at most "
      + "\(neededLevel)\(level): \(remedy)"
  }
}
