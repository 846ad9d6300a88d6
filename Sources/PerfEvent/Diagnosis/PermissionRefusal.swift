internal import CPerfEvent

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
  /// Whether the event happens in the kernel only, so that its user side is empty.
  public var isKernelOnly: Bool
  /// Whether capabilities count here; they do in the initial user namespace.
  public var isInInitialUserNamespace: Bool

  init(
    _ request: Request, of attributes: EventAttributes, neededLevel: Int, settings: KernelSettings
  ) {
    self.request = request
    self.neededLevel = neededLevel
    paranoidLevel = settings.paranoidLevel
    isKernelOnly = attributes.happensInKernelOnly
    isInInitialUserNamespace = settings.isInInitialUserNamespace
  }

  /// Whether leaving the kernel side out, modifier u, is enough.
  ///
  /// Never for an event that happens in the kernel only: it would be allowed, and
  /// always count zero.
  public var isUserSideAllowed: Bool {
    request == .kernelSide && (paranoidLevel ?? 3) <= 2 && !isKernelOnly
  }
}

extension EventAttributes {
  /// Whether the event counts nothing where the kernel side is left out.
  ///
  /// The scheduler switches tasks, BPF programs write and tracepoints are passed
  /// while the kernel runs. Clocks and faults are those of the program.
  var happensInKernelOnly: Bool {
    switch type {
    case .tracepoint: true
    case .software:
      [
        CPERF_COUNT_SW_CONTEXT_SWITCHES, CPERF_COUNT_SW_CPU_MIGRATIONS,
        CPERF_COUNT_SW_BPF_OUTPUT, CPERF_COUNT_SW_CGROUP_SWITCHES,
      ].contains(config)
    default: false
    }
  }
}

extension PermissionRefusal: CustomStringConvertible {
  /// One sentence that says what is refused, why, and what would help.
  public var description: String {
    switch request {
    case .task(let task):
      "this user may not trace task \(task): run as its owner or root, or "
        + "\(giving("CAP_PERFMON")) (before Linux 5.9 CAP_SYS_PTRACE as well)"
    case .probe:
      "counting a probe needs privilege: run as \(root), or \(giving("CAP_PERFMON"))"
    case .kernelBreakpoint:
      "a breakpoint in the kernel needs privilege: run as \(root), or \(giving("CAP_SYS_ADMIN"))"
    case .anyEvent: sentence(about: "counting any event")
    case .kernelSide:
      sentence(
        about: isKernelOnly
          ? "counting what happens in the kernel only" : "counting the kernel side")
    case .wholeCPU: sentence(about: "counting all tasks of a CPU")
    case .rawTracepoint: sentence(about: "sampling the fields of tracepoints")
    }
  }

  private var root: String { isInInitialUserNamespace ? "root" : "root of the host" }

  private func giving(_ capability: String) -> String {
    isInInitialUserNamespace
      ? "give the program \(capability)"
      : "give the program \(capability) outside this user namespace, where alone it counts"
  }

  private func sentence(about subject: String) -> String {
    let level: String = paranoidLevel.map { " (now \($0))" } ?? ""
    // Debian's level 3 and Ubuntu's 4 do not ask for CAP_PERFMON.
    let capability: String = (paranoidLevel ?? 0) > 2 ? "CAP_SYS_ADMIN" : "CAP_PERFMON"
    var remedy: String =
      "run `sysctl kernel.perf_event_paranoid=\(neededLevel)` as \(root), "
      + "or \(giving(capability))"
    if isUserSideAllowed { remedy += ", or count the user side only (modifier :u)" }
    return "\(subject) needs privilege or a kernel.perf_event_paranoid of at most "
      + "\(neededLevel)\(level): \(remedy)"
  }
}
