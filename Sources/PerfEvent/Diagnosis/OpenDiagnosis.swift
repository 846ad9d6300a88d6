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
    case .tooBig: tooBig()
    case .invalidArgument: invalidArgument()
    case .notSupported: unsupported()
    case .noDevice: missingDevice()
    case .busy: .busy
    case .noSuchProcess: .noSuchTask(target.task)
    case .noSpace where attributes.type == .breakpoint: .noFreeBreakpoint
    case .badDescriptor where flags.contains(.cgroup): .notACgroup(target.task)
    // The one limit that has an error number of its own.
    case .overflow: .invalidAttribute("sample_max_stack")
    default: .systemCall("perf_event_open", error)
    }
  }

  /// Generic names and raw codes need a PMU of the CPU; other types name a PMU.
  private func missingEvent() -> PerfEventError {
    let settings = KernelSettings(of: kernel)
    let missing: PerfEventError = .unknownEvent(type: attributes.type, config: attributes.config)
    switch attributes.type {
    case .hardware, .hardwareCache:
      // Hybrid machines: the type of the PMU stands in the upper half.
      let type = EventType(rawValue: UInt32(truncatingIfNeeded: attributes.config >> 32))
      if type.rawValue != 0, !settings.hasPMU(type, kernel) { return .noSuchPMU(type) }
      return hasCorePMU(settings)
        ? missing : .noHardwarePMU(isVirtualMachine: settings.isVirtualMachine)
    case .raw:
      return hasCorePMU(settings)
        ? missing : .noHardwarePMU(isVirtualMachine: settings.isVirtualMachine)
    case .software, .tracepoint, .breakpoint: return missing
    default: return settings.hasPMU(attributes.type, kernel) ? missing : .noSuchPMU(attributes.type)
    }
  }

  /// Where `/sys` is hidden, cycles can still be had.
  private func hasCorePMU(_ settings: KernelSettings) -> Bool {
    settings.hasCorePMU
      || OpenDiagnosis(
        attributes: EventAttributes(type: .hardware), target: target, group: -1, flags: flags,
        kernel: kernel
      ).opens { $0.flags = attributes.flags }
  }

  private func unsupported() -> PerfEventError {
    if let name = refusedAttribute() { return .invalidAttribute(name) }
    // Some processors watch larger ranges, and others say that they do not.
    guard attributes.type == .breakpoint else { return .notSupportedByPMU }
    return .invalidBreakpoint(address: attributes.config1, length: attributes.config2)
  }

  private func missingDevice() -> PerfEventError {
    if target.cpu >= 0, !isListed(target.cpu, in: "online") { return .offlineCPU(target.cpu) }
    let settings = KernelSettings(of: kernel)
    switch attributes.type {
    case .hardware, .hardwareCache, .raw:
      if !settings.hasCorePMU {
        return .noHardwarePMU(isVirtualMachine: settings.isVirtualMachine)
      }
    default: break
    }
    return .systemCall("perf_event_open", .noDevice)
  }

  /// Either a field is newer than the kernel, or the read of the group too large.
  private func tooBig() -> PerfEventError {
    let known: UInt32? = kernel.attributeSize
    let size: UInt32 =
      attributes.setsUnknownFields
      ? .init(clamping: 144 + attributes.unknownTail.count) : attributes.smallestSize
    if group >= 0, let known, known >= size { return .doesNotFitIntoGroup }
    return .attributesTooLarge(size: size, kernelSize: known)
  }
}
