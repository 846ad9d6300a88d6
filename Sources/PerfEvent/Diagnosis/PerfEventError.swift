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
  /// A command is waited for that was never started.
  case commandNotStarted
  /// A command is started a second time.
  case commandAlreadyStarted
  /// A system call failed for a reason that has no name here.
  case systemCall(String, Errno)
}
