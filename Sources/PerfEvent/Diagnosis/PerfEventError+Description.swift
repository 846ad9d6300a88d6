extension PerfEventError: CustomStringConvertible {
  /// One sentence that says what is wrong and what would help.
  public var description: String {
    // Without a default, so that no case is ever without its sentence.
    switch self {
    case .noHardwarePMU(let isVirtual): Self.missingPMU(isVirtual)
    case .noSuchPMU(let type):
      "no PMU has the type \(type.rawValue): see /sys/bus/event_source/devices/*/type"
    case .unknownEvent(let type, let config): Self.unknownEvent(type, config)
    case .permission(let refusal): refusal.description
    case .seccomp(let errno): Self.filter(errno)
    case .securityModule(let errno): Self.securityModule(errno)
    case .notInKernel:
      "this kernel has no performance events: use one built with CONFIG_PERF_EVENTS"
    case .tooManyDescriptors(let limit): Self.tooManyDescriptors(limit)
    case .tooManyFilesInSystem:
      "the whole system has too many files open: raise fs.file-max or count fewer events"
    case .attributesTooLarge(let size, let known): Self.attributesTooLarge(size, known)
    case .invalidAttribute(let name):
      "the kernel refuses \(name) for this event: leave it out"
    case .invalidAttributes:
      "the kernel refuses this combination of attributes, and no single one is the cause: "
        + "start from the event alone and add one after the other"
    case .doesNotFitIntoGroup:
      "the event cannot be counted together with its group: use a smaller group"
    case .differsFromGroup(let name):
      "the event and its group's leader differ in \(name): give both the same"
    case .notALeader:
      "the event named as leader leads no group of the same task, CPU and clock: "
        + "name a leader that does"
    case .invalidBreakpoint(let address, let length): Self.invalidBreakpoint(address, length)
    case .frequencyTooHigh(let frequency, let limit): Self.frequencyTooHigh(frequency, limit)
    case .needsWholeCPU: "this PMU counts whole CPUs, not tasks: count it on a CPU"
    case .cgroupNeedsCPU: "a cgroup is counted per CPU: name a CPU"
    case .notACgroup(let descriptor):
      "descriptor \(descriptor) is not an open folder of a cgroup: open one below /sys/fs/cgroup"
    case .noSuchCPU(let cpu): "there is no CPU \(cpu): see /sys/devices/system/cpu/possible"
    case .offlineCPU(let cpu):
      "CPU \(cpu) is offline: choose one of /sys/devices/system/cpu/online"
    case .noTarget: "neither a task nor a CPU is named: name at least one"
    case .notSupportedByPMU:
      "the PMU cannot do this: counting without sampling or precision may work"
    case .busy:
      "somebody else uses the PMU exclusively: stop the other profiler or tracer, or wait"
    case .noFreeBreakpoint:
      "all hardware breakpoints are in use: close some first; most CPUs have four"
    case .noSuchTask(let task): "there is no task \(task); it may have ended"
    case .mappingTooLarge(let bytes, let kilobytes): Self.mappingTooLarge(bytes, kilobytes)
    case .foreignPage:
      "only the thread that opened an event on itself, without inherit, can read the event's "
        + "page: read the descriptor instead"
    case .pinnedNotPlaced:
      "no counter was free for the pinned event: pin fewer, or let it be multiplexed"
    case .commandNotStarted:
      "the command was never started and would wait for ever: start it before waiting for it"
    case .commandAlreadyStarted:
      "the command was started before: make another one to run it again"
    case .systemCall(let name, let errno): "\(name) failed: \(errno)"
    }
  }
}

extension PerfEventError {
  private static func missingPMU(_ isVirtualMachine: Bool) -> String {
    isVirtualMachine
      ? "this virtual machine has no hardware PMU: ask its operator to pass one through, "
        + "or count software events such as task-clock and page-faults"
      : "this machine has no hardware PMU that the kernel knows: "
        + "count software events such as task-clock and page-faults"
  }

  private static func unknownEvent(_ type: EventType, _ config: UInt64) -> String {
    type == .tracepoint
      ? "there is no tracepoint of the number \(config): see the files named id below "
        + "/sys/kernel/tracing/events"
      : "the PMU of type \(type.rawValue) does not know the event "
        + "0x\(String(config, radix: 16)): choose another that it has"
  }

  private static func filter(_ errno: Errno) -> String {
    "a seccomp filter refuses perf_event_open, \(errno): "
      + "allow the system call in the container's profile (--security-opt seccomp=FILE; "
      + "from Docker 23 on, --cap-add PERFMON does it)"
  }

  private static func securityModule(_ errno: Errno) -> String {
    "something else than kernel.perf_event_paranoid refuses the event, \(errno): "
      + "ask for the rules of SELinux, AppArmor or the kernel's lockdown"
  }

  /// A program may raise its limit itself, but only up to the hard one.
  private static func tooManyDescriptors(_ limit: DescriptorLimit?) -> String {
    guard let limit else {
      return "all descriptors of this process are in use: raise the limit (ulimit -n) "
        + "or count fewer events"
    }
    let used: String = "all \(limit.soft) descriptors of this process are in use"
    guard limit.hard > limit.soft else {
      return used + ", and its hard limit allows no more: count fewer events, "
        + "or let an administrator raise the hard limit (ulimit -n)"
    }
    let bound: String = limit.isHardUnlimited ? "unlimited" : "\(limit.hard)"
    return used + ": raise the limit (ulimit -n, at most \(bound)) or count fewer events"
  }

  private static func attributesTooLarge(_ size: UInt32, _ known: UInt32?) -> String {
    "the event needs attributes of \(size) bytes, but this kernel knows "
      + "\(known.map { "\($0)" } ?? "fewer"): leave newer fields out"
  }

  private static func invalidBreakpoint(_ address: UInt64, _ length: UInt64) -> String {
    "the kernel refuses a breakpoint of \(length) bytes at 0x\(String(address, radix: 16)): "
      + "use 1, 2, 4 or 8 bytes at a multiple of that (8 for executions, 4 on Arm)"
  }

  private static func frequencyTooHigh(_ frequency: UInt64, _ limit: UInt64) -> String {
    "\(frequency) samples per second are more than kernel.perf_event_max_sample_rate, "
      + "\(limit), allows: ask for fewer, or raise it"
  }

  private static func mappingTooLarge(_ bytes: Int, _ kilobytes: Int?) -> String {
    "a mapping of \(bytes) bytes is more than this user may have: map fewer pages, or raise "
      + "kernel.perf_event_mlock_kb\(kilobytes.map { " (now \($0))" } ?? "")"
  }
}
