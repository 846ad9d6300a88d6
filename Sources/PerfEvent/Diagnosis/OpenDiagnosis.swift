/// A refused attempt to open an event, and the way from its error number to the
/// cause.
struct OpenDiagnosis {
  let attributes: EventAttributes
  let target: EventTarget
  let group: Int32
  let flags: OpenFlags
  let kernel: any Kernel

  func cause(of error: Errno) -> PerfEventError {
    switch error {
    case .noSuchFile: missingEvent()
    case .accessDenied, .notPermitted: refusal(error)
    case .notImplemented:
      KernelSettings(of: kernel).seccompMode == 2 ? .seccomp(error) : .notInKernel
    case .tooManyOpenFiles: .tooManyDescriptors(kernel.descriptorLimit)
    case .systemFileTableFull: .tooManyFilesInSystem
    case .tooBig:
      .attributesTooLarge(size: attributes.smallestSize, kernelSize: kernel.attributeSize)
    case .invalidArgument: invalidArgument()
    case .notSupported: .notSupportedByPMU
    case .noDevice:
      target.cpu >= 0 ? .offlineCPU(target.cpu) : .systemCall("perf_event_open", error)
    case .busy: .busy
    case .noSpace: .noFreeBreakpoint
    case .noSuchProcess: .noSuchTask(target.task)
    default: .systemCall("perf_event_open", error)
    }
  }

  /// Generic names and raw codes need a PMU of the CPU; other types name a PMU.
  private func missingEvent() -> PerfEventError {
    let settings = KernelSettings(of: kernel)
    switch attributes.type {
    case .hardware, .hardwareCache, .raw:
      if !settings.hasCorePMU {
        return .noHardwarePMU(isVirtualMachine: settings.isVirtualMachine)
      }
    case .software, .tracepoint, .breakpoint: break
    default:
      let root: String = "/sys/bus/event_source/devices"
      let isPresent: Bool = settings.pmus.contains {
        (try? kernel.readText("\(root)/\($0)/type")) == "\(attributes.type.rawValue)"
      }
      if !isPresent { return .noSuchPMU(attributes.type) }
    }
    return .unknownEvent(type: attributes.type, config: attributes.config)
  }

  private func refusal(_ error: Errno) -> PerfEventError {
    let settings = KernelSettings(of: kernel)
    if settings.seccompMode == 2, error == .notPermitted, isEverythingRefused() {
      return .seccomp(error)
    }
    if error == .notPermitted, attributes.flags.contains(.excludeIdle),
      opens({
        $0.flags.remove(.excludeIdle)
      })
    {
      return .invalidAttribute("exclude_idle")
    }
    let (request, needed) = requestAndLevel(settings)
    if isAllowed(neededLevel: needed, settings) {
      guard target.task > 0, !flags.contains(.cgroup) else {
        return .systemCall("perf_event_open", error)
      }
      return .permission(
        PermissionRefusal(
          request: .task(target.task), paranoidLevel: settings.paranoidLevel, neededLevel: needed))
    }
    return .permission(
      PermissionRefusal(
        request: request, paranoidLevel: settings.paranoidLevel, neededLevel: needed))
  }

  /// Whether the paranoid level cannot be the reason of a refusal.
  ///
  /// Debian's level 3 and Ubuntu's 4 ask for CAP_SYS_ADMIN, not CAP_PERFMON.
  private func isAllowed(neededLevel: Int, _ settings: KernelSettings) -> Bool {
    guard let level = settings.paranoidLevel else { return settings.isPrivileged }
    if level <= neededLevel { return true }
    return level > 2 ? settings.hasSystemCapability : settings.isPrivileged
  }

  /// Whether even an event that needs no permission is refused.
  private func isEverythingRefused() -> Bool {
    var harmless = EventAttributes(type: .software, config: 9)
    harmless.flags = [.disabled, .excludeKernel, .excludeHypervisor]
    do {
      let descriptor: Int32 = try kernel.open(
        harmless, target: .callingThread, group: -1, flags: .closeOnExec)
      kernel.close(descriptor)
      return false
    } catch {
      return error == .notPermitted
    }
  }

  private func requestAndLevel(
    _ settings: KernelSettings
  ) -> (request: PermissionRefusal.Request, level: Int) {
    if let level = settings.paranoidLevel, level > 2, !settings.hasSystemCapability {
      return (.anyEvent, unprivilegedRequest.level)
    }
    return unprivilegedRequest
  }

  /// See perf_event_paranoid in the kernel's sysctl documentation.
  private var unprivilegedRequest: (request: PermissionRefusal.Request, level: Int) {
    if attributes.type == .tracepoint && attributes.sampleFields.contains(.raw) {
      return (.rawTracepoint, -1)
    }
    if target.task == -1 { return (.wholeCPU, 0) }
    if !attributes.flags.contains(.excludeKernel) { return (.kernelSide, 1) }
    return (.anyEvent, 2)
  }
}
