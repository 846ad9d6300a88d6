extension OpenDiagnosis {
  /// Finds out who refuses: a filter, a setting, the task's owner or the machine.
  func refusal(_ error: Errno) -> PerfEventError {
    if lacksDescriptors { return .tooManyDescriptors(kernel.descriptorLimit) }
    let settings = KernelSettings(of: kernel)
    if settings.seccompMode == 2, !isForbiddenByLevel(settings),
      refusalOfHarmlessEvent(on: .callingThread) == error
    {
      return .seccomp(error)
    }
    if error == .notPermitted, attributes.flags.contains(.excludeIdle),
      opens({ $0.flags.remove(.excludeIdle) })
    {
      return .invalidAttribute("exclude_idle")
    }
    let (request, needed) = requestAndLevel
    guard isAllowed(neededLevel: needed, settings) else {
      return .permission(
        PermissionRefusal(request, of: attributes, neededLevel: needed, settings: settings))
    }
    guard let request = requestWithoutLevel(settings) else { return .securityModule(error) }
    if case .task = request, refusalOfHarmlessEvent(on: target) == nil {
      // The task may be watched; it is the event that may not.
      return .systemCall("perf_event_open", error)
    }
    return .permission(
      PermissionRefusal(request, of: attributes, neededLevel: needed, settings: settings))
  }

  /// Whether not even a setting can be read, since no descriptor is left for it.
  private var lacksDescriptors: Bool {
    do {
      _ = try kernel.readText("/proc/sys/kernel/perf_event_paranoid")
      return false
    } catch {
      return error == .tooManyOpenFiles
    }
  }

  /// Whether Debian's level 3 or Ubuntu's 4 forbids this process every event.
  private func isForbiddenByLevel(_ settings: KernelSettings) -> Bool {
    (settings.paranoidLevel ?? 2) > 2 && !settings.hasSystemCapability
  }

  /// Whether the paranoid level cannot be the reason of a refusal.
  ///
  /// Debian's level 3 and Ubuntu's 4 ask for CAP_SYS_ADMIN, not CAP_PERFMON.
  private func isAllowed(neededLevel: Int, _ settings: KernelSettings) -> Bool {
    guard let level = settings.paranoidLevel else { return settings.isPrivileged }
    if level <= neededLevel { return true }
    return level > 2 ? settings.hasSystemCapability : settings.isPrivileged
  }

  /// With which error even an event that needs no permission is refused.
  private func refusalOfHarmlessEvent(on target: EventTarget) -> Errno? {
    var harmless = EventAttributes(type: .software, config: 9)
    harmless.flags = [.disabled, .excludeKernel, .excludeHypervisor]
    do {
      let descriptor: Int32 = try kernel.open(
        harmless, target: target, group: -1, flags: .closeOnExec)
      kernel.close(descriptor)
      return nil
    } catch {
      return error
    }
  }

  /// What is asked for, and the highest level that grants it without privilege.
  ///
  /// See perf_event_paranoid in the kernel's sysctl documentation.
  private var requestAndLevel: (request: PermissionRefusal.Request, level: Int) {
    if attributes.type == .tracepoint && attributes.sampleFields.contains(.raw) {
      return (.rawTracepoint, -1)
    }
    if target.task == -1 || flags.contains(.cgroup) { return (.wholeCPU, 0) }
    if !attributes.flags.contains(.excludeKernel) { return (.kernelSide, 1) }
    return (.anyEvent, 2)
  }

  /// What needs permission whatever the level is.
  private func requestWithoutLevel(_ settings: KernelSettings) -> PermissionRefusal.Request? {
    let isProbe: Bool = ["kprobe", "uprobe"].contains { name in
      settings.type(of: name, kernel) == attributes.type
    }
    if isProbe, !settings.isPrivileged { return .probe }
    // The upper half of the addresses is the kernel's.
    if attributes.type == .breakpoint, attributes.config1 >> 63 == 1,
      !settings.hasSystemCapability
    {
      return .kernelBreakpoint
    }
    return target.task > 0 && !flags.contains(.cgroup) ? .task(target.task) : nil
  }
}
