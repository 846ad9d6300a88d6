/// The reasons why the kernel refuses an event, each with what is needed to act.
public enum PerfEventError: Error, Hashable, Sendable {
  /// The machine has no hardware PMU.
  case noHardwarePMU(isVirtualMachine: Bool)
  /// No PMU of the machine has this type.
  case noSuchPMU(EventType)
  /// The PMU exists but does not know the event.
  case unknownEvent(type: EventType, config: UInt64)
  /// The program lacks a permission.
  case permission(PermissionRefusal)
  /// A seccomp filter, usually a container's, refuses the system call.
  case seccomp(Errno)
  /// Something else than the settings refuses, such as SELinux or lockdown.
  case securityModule(Errno)
  /// The kernel was built without performance events.
  case notInKernel
  /// The process has as many descriptors open as it may.
  case tooManyDescriptors(DescriptorLimit?)
  /// The whole system has as many files open as it may.
  case tooManyFilesInSystem
  /// A field is newer than the kernel.
  case attributesTooLarge(size: UInt32, kernelSize: UInt32?)
  /// The kernel refuses one attribute; without it the event could be opened.
  case invalidAttribute(String)
  /// The kernel refuses the attributes, and no single one is the cause.
  case invalidAttributes
  /// The event cannot be counted together with its group.
  case doesNotFitIntoGroup
  /// An attribute must be the same as the leader's, and is not.
  case differsFromGroup(String)
  /// The named leader leads no group on this task, CPU and clock.
  case notALeader
  /// The kernel refuses the address, the length or the kind of a breakpoint.
  case invalidBreakpoint(address: UInt64, length: UInt64)
  /// More samples per second are asked for than the administrator allows.
  case frequencyTooHigh(UInt64, limit: UInt64)
  /// The PMU counts whole CPUs, not tasks.
  case needsWholeCPU
  /// A cgroup is counted on a CPU, and none is named.
  case cgroupNeedsCPU
  /// The descriptor is not that of a cgroup's folder.
  case notACgroup(Int32)
  /// There is no such CPU.
  case noSuchCPU(Int32)
  /// The CPU is not online.
  case offlineCPU(Int32)
  /// Neither a task nor a CPU is named.
  case noTarget
  /// The PMU cannot do what the attributes ask for.
  case notSupportedByPMU
  /// Somebody else uses the PMU exclusively.
  case busy
  /// All hardware breakpoints are in use.
  case noFreeBreakpoint
  /// The thread or process has ended.
  case noSuchTask(Int32)
  /// The ring buffer is larger than the user may map.
  case mappingTooLarge(bytes: Int, allowedKilobytes: Int?)
  /// The page of an event belongs to another thread, or to several.
  case foreignPage
  /// A pinned event had no counter left to it.
  case pinnedNotPlaced
  /// A system call failed for a reason that has no name here.
  case systemCall(String, Errno)
}

extension PerfEventError: CustomStringConvertible {
  /// One sentence that says what is wrong and what would help.
  public var description: String {
    switch self {
    case .noHardwarePMU(true):
      "this virtual machine has no hardware PMU: ask its operator to pass one through, "
        + "or count software events such as task-clock and page-faults"
    case .noHardwarePMU(false):
      "this machine has no hardware PMU that the kernel knows: "
        + "count software events such as task-clock and page-faults"
    case .noSuchPMU(let type):
      "no PMU has the type \(type.rawValue): see /sys/bus/event_source/devices/*/type"
    case .unknownEvent(.tracepoint, let config):
      "there is no tracepoint of the number \(config): see the files named id below "
        + "/sys/kernel/tracing/events"
    case .unknownEvent(let type, let config):
      "the PMU of type \(type.rawValue) does not know the event "
        + "0x\(String(config, radix: 16)): choose another that it has"
    case .permission(let refusal): refusal.description
    case .seccomp(let errno):
      "a seccomp filter refuses perf_event_open, \(errno): "
        + "allow the system call in the container's profile (--security-opt seccomp=FILE; "
        + "from Docker 23 on, --cap-add PERFMON does it)"
    case .securityModule(let errno):
      "something else than kernel.perf_event_paranoid refuses the event, \(errno): "
        + "ask for the rules of SELinux, AppArmor or the kernel's lockdown"
    case .notInKernel:
      "this kernel has no performance events: use one built with CONFIG_PERF_EVENTS"
    case .tooManyDescriptors(let limit?):
      "all \(limit.soft) descriptors of this process are in use: raise the limit "
        + "(ulimit -n, at most \(limit.hard)) or count fewer events"
    case .tooManyDescriptors(nil):
      "all descriptors of this process are in use: raise the limit or count fewer events"
    case .tooManyFilesInSystem:
      "the whole system has too many files open: raise fs.file-max or count fewer events"
    default: refusalOfRequest
    }
  }

  private var refusalOfRequest: String {
    switch self {
    case .attributesTooLarge(let size, let kernelSize):
      "the event needs attributes of \(size) bytes, but this kernel knows "
        + "\(kernelSize.map { "\($0)" } ?? "fewer"): leave newer fields out"
    case .invalidAttribute(let name):
      "the kernel refuses \(name) for this event: leave it out"
    case .invalidAttributes:
      "the kernel refuses this combination of attributes, and no single one is the cause: "
        + "start from the event alone and add one after the other"
    case .invalidBreakpoint(let address, let length):
      "the kernel refuses a breakpoint of \(length) bytes at 0x\(String(address, radix: 16)): "
        + "use 1, 2, 4 or 8 bytes at a multiple of that (8 for executions, 4 on Arm)"
    case .frequencyTooHigh(let frequency, let limit):
      "\(frequency) samples per second are more than kernel.perf_event_max_sample_rate, "
        + "\(limit), allows: ask for fewer, or raise it"
    case .notSupportedByPMU:
      "the PMU cannot do this: counting without sampling or precision may work"
    case .busy:
      "somebody else uses the PMU exclusively: stop the other profiler or tracer, or wait"
    case .noFreeBreakpoint:
      "all hardware breakpoints are in use: close some first; most CPUs have four"
    case .mappingTooLarge(let bytes, let kilobytes):
      "a mapping of \(bytes) bytes is more than this user may have: map fewer pages, or raise "
        + "kernel.perf_event_mlock_kb\(kilobytes.map { " (now \($0))" } ?? "")"
    case .foreignPage:
      "only the thread that opened an event on itself, without inherit, can read the event's "
        + "page: read the descriptor instead"
    case .pinnedNotPlaced:
      "no counter was free for the pinned event: pin fewer, or let it be multiplexed"
    case .systemCall(let name, let errno): "\(name) failed: \(errno)"
    default: refusalOfTarget
    }
  }

  private var refusalOfTarget: String {
    switch self {
    case .doesNotFitIntoGroup:
      "the event cannot be counted together with its group: use a smaller group"
    case .differsFromGroup(let name):
      "the event and its group's leader differ in \(name): give both the same"
    case .notALeader:
      "the event named as leader leads no group of the same task, CPU and clock: "
        + "name a leader that does"
    case .noSuchCPU(let cpu):
      "there is no CPU \(cpu): see /sys/devices/system/cpu/possible"
    case .offlineCPU(let cpu):
      "CPU \(cpu) is offline: choose one of /sys/devices/system/cpu/online"
    case .noTarget: "neither a task nor a CPU is named: name at least one"
    case .needsWholeCPU: "this PMU counts whole CPUs, not tasks: count it on a CPU"
    case .cgroupNeedsCPU: "a cgroup is counted per CPU: name a CPU"
    case .notACgroup(let descriptor):
      "descriptor \(descriptor) is not an open folder of a cgroup: "
        + "open one below /sys/fs/cgroup"
    case .noSuchTask(let task): "there is no task \(task); it may have ended"
    default: "the kernel refuses the event"
    }
  }
}
