import TestSupport
import Testing

@testable import PerfEvent

/// Every row of the diagnosis tree of perf_event_open(2), on a scripted machine.
@Suite struct DiagnosisTests {
  private static let cycles = EventAttributes(type: .hardware, config: 0)

  /// Opens an event that the machine refuses, and gives the reason.
  func refusal(
    of attributes: EventAttributes = cycles, on kernel: ScriptedKernel,
    target: EventTarget = .callingThread, leader: Int32? = nil, flags: OpenFlags = []
  ) throws -> PerfEventError {
    let before: [Int32] = kernel.openDescriptors
    let error = #expect(throws: PerfEventError.self) {
      _ = try EventDescriptor(
        opening: attributes, target: target, group: leader ?? -1, flags: flags, kernel: kernel
      ).target
    }
    #expect(kernel.openDescriptors == before, "an attempt was left open")
    #expect(kernel.misuses == [])
    return try #require(error)
  }

  func machine(
    paranoid: Int? = 2, seccomp: Int = 0, capabilities: UInt64 = 0, corePMU: String? = "cpu",
    isVirtual: Bool = false
  ) -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addMachine(
      paranoid: paranoid, seccomp: seccomp, capabilities: capabilities, corePMU: corePMU,
      isVirtual: isVirtual)
    return kernel
  }

  /// An event of the user side only.
  func user(_ type: EventType = .hardware, config: UInt64 = 0) -> EventAttributes {
    var attributes = EventAttributes(type: type, config: config)
    attributes.flags = [.excludeKernel, .excludeHypervisor]
    return attributes
  }

  // MARK: ENOENT

  @Test(arguments: [true, false], [EventType.hardware, .hardwareCache, .raw])
  func `without a PMU of the CPU hardware events need other hardware`(
    isVirtual: Bool, type: EventType
  ) throws {
    let kernel = machine(corePMU: nil, isVirtual: isVirtual)
    kernel.refuse(with: .noSuchFile)
    let error = try refusal(of: EventAttributes(type: type, config: 7), on: kernel)
    #expect(error == .noHardwarePMU(isVirtualMachine: isVirtual))
    #expect(error.description.contains("no hardware PMU"))
    #expect(error.description.contains("task-clock"))
    #expect(error.description.contains("virtual machine") == isVirtual)
  }

  @Test(arguments: ["cpu", "cpu_core", "armv8_pmuv3_0", "armv8_cortex_a72"])
  func `with a PMU it is the event that is unknown`(pmu: String) throws {
    let kernel = machine(corePMU: pmu)
    kernel.refuse(with: .noSuchFile)
    let error = try refusal(of: EventAttributes(type: .hardware, config: 8), on: kernel)
    #expect(error == .unknownEvent(type: .hardware, config: 8))
    #expect(error.description.contains("0x8"))
  }

  @Test func `where sysfs is hidden, cycles prove the PMU`() throws {
    let kernel = ScriptedKernel()
    kernel.refuse(with: .noSuchFile) { $0.attributes.config == 8 }
    let error = try refusal(of: EventAttributes(type: .hardware, config: 8), on: kernel)
    #expect(error == .unknownEvent(type: .hardware, config: 8))
  }

  @Test func `a type without PMU is told apart from an event without meaning`() throws {
    let kernel = machine()
    kernel.addFile("/sys/bus/event_source/devices/power/type", "21\n")
    kernel.refuse(with: .noSuchFile)
    let missing = try refusal(
      of: EventAttributes(type: EventType(rawValue: 22), config: 1), on: kernel)
    #expect(missing == .noSuchPMU(EventType(rawValue: 22)))
    #expect(missing.description.contains("/sys/bus/event_source/devices"))
    let unknown = try refusal(
      of: EventAttributes(type: EventType(rawValue: 21), config: 9), on: kernel)
    #expect(unknown == .unknownEvent(type: EventType(rawValue: 21), config: 9))
    let hybrid = try refusal(of: EventAttributes(type: .hardware, config: 22 << 32), on: kernel)
    #expect(hybrid == .noSuchPMU(EventType(rawValue: 22)))
    let software = try refusal(of: EventAttributes(type: .software, config: 99), on: kernel)
    #expect(software == .unknownEvent(type: .software, config: 99))
  }

  // MARK: EACCES and EPERM

  private struct Level: Sendable {
    var paranoid: Int
    var request: PermissionRefusal.Request
    var needed: Int
    var target: EventTarget
    var flags: EventFlags
  }

  private static let levels: [Level] = [
    Level(
      paranoid: 2, request: .kernelSide, needed: 1, target: .callingThread, flags: []),
    Level(
      paranoid: 2, request: .wholeCPU, needed: 0, target: EventTarget(task: -1, cpu: 0),
      flags: []),
    Level(
      paranoid: 1, request: .wholeCPU, needed: 0, target: EventTarget(task: -1, cpu: 0),
      flags: .excludeKernel),
    Level(
      paranoid: 3, request: .anyEvent, needed: 2, target: .callingThread, flags: .excludeKernel),
    Level(
      paranoid: 4, request: .kernelSide, needed: 1, target: .callingThread, flags: []),
  ]

  @Test(arguments: 0..<levels.count)
  func `the paranoid level is named with the one that would do`(index: Int) throws {
    let level: Level = Self.levels[index]
    let kernel = machine(paranoid: level.paranoid)
    kernel.refuse(with: .accessDenied)
    var attributes: EventAttributes = Self.cycles
    attributes.flags = level.flags
    let error = try refusal(of: attributes, on: kernel, target: level.target)
    #expect(
      error
        == .permission(
          PermissionRefusal(
            level.request, of: attributes, neededLevel: level.needed,
            settings: KernelSettings(of: kernel))))
    let text: String = error.description
    #expect(text.contains("at most \(level.needed) (now \(level.paranoid))"))
    #expect(text.contains("sysctl kernel.perf_event_paranoid=\(level.needed)"))
    // Debian's and Ubuntu's levels do not ask for CAP_PERFMON.
    #expect(text.contains(level.paranoid > 2 ? "CAP_SYS_ADMIN" : "CAP_PERFMON"))
    let userSideHelps: Bool = level.request == .kernelSide && level.paranoid <= 2
    #expect(text.contains(":u") == userSideHelps)
  }

  @Test func `a cgroup counts as whole CPUs`() throws {
    let kernel = machine()
    kernel.refuse(with: .accessDenied)
    let error = try refusal(
      of: user(), on: kernel, target: EventTarget(task: 5, cpu: 0), flags: .cgroup)
    guard case .permission(let refusal) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(refusal.request == .wholeCPU)
  }

  @Test func `the fields of tracepoints are EPERM above level -1`() throws {
    let kernel = machine(paranoid: 1)
    kernel.refuse(with: .notPermitted)
    var attributes: EventAttributes = user(.tracepoint, config: 300)
    attributes.sampleFields = .raw
    let error = try refusal(of: attributes, on: kernel)
    #expect(
      error
        == .permission(
          PermissionRefusal(
            .rawTracepoint, of: attributes, neededLevel: -1, settings: KernelSettings(of: kernel))))
    #expect(error.description.contains("fields of tracepoints"))
  }

  @Test func `what no setting explains is a security module's`() throws {
    let kernel = machine(paranoid: -1)
    kernel.refuse(with: .accessDenied)
    let error = try refusal(on: kernel)
    #expect(error == .securityModule(.accessDenied))
    #expect(error.description.contains("SELinux"))
  }

  @Test(arguments: [Errno.notPermitted, .accessDenied, .notImplemented])
  func `a filter of system calls is recognised by its refusing everything`(errno: Errno) throws {
    let kernel = machine(seccomp: 2)
    kernel.refuse(with: errno)
    let error = try refusal(on: kernel)
    #expect(error == .seccomp(errno))
    #expect(error.description.contains("seccomp"))
    #expect(error.description.contains("--security-opt seccomp"))
  }

  @Test func `a filter that lets events through is not blamed`() throws {
    let kernel = machine(paranoid: 2, seccomp: 2)
    kernel.refuse(with: .accessDenied) { !$0.attributes.flags.contains(.excludeKernel) }
    guard case .permission = try refusal(on: kernel) else {
      Issue.record("the level is the cause")
      return
    }
  }

  @Test func `a filter is not blamed for Debian's level`() throws {
    let kernel = machine(paranoid: 3, seccomp: 2)
    kernel.refuse(with: .accessDenied)
    guard case .permission = try refusal(of: user(), on: kernel) else {
      Issue.record("the level is the cause")
      return
    }
  }

  @Test func `exclude_idle is EPERM on Arm`() throws {
    let kernel = machine(capabilities: 1 << 38)
    kernel.refuse(with: .notPermitted) { $0.attributes.flags.contains(.excludeIdle) }
    var attributes: EventAttributes = Self.cycles
    attributes.flags = .excludeIdle
    let error = try refusal(of: attributes, on: kernel)
    #expect(error == .invalidAttribute("exclude_idle"))
    #expect(error.description == "the kernel refuses exclude_idle for this event: leave it out")
  }

  // MARK: limits

  @Test func `a kernel without events says so`() throws {
    let kernel = machine()
    kernel.refuse(with: .notImplemented)
    let error = try refusal(on: kernel)
    #expect(error == .notInKernel)
    #expect(error.description.contains("CONFIG_PERF_EVENTS"))
  }

  @Test func `too many descriptors come with the numbers`() throws {
    let kernel = machine()
    kernel.descriptorLimit = DescriptorLimit(soft: 20, hard: 4096)
    kernel.refuse(with: .tooManyOpenFiles)
    let error = try refusal(on: kernel)
    #expect(error == .tooManyDescriptors(DescriptorLimit(soft: 20, hard: 4096)))
    #expect(error.description.contains("all 20 descriptors"))
    #expect(error.description.contains("at most 4096"))
    #expect(error.description.contains("raise the limit (ulimit -n"))
    kernel.descriptorLimit = nil
    #expect(try refusal(on: kernel).description.contains("raise the limit"))
  }

  @Test func `an unlimited hard limit has no number`() throws {
    let kernel = machine()
    kernel.descriptorLimit = DescriptorLimit(soft: 20, hard: .max)
    kernel.refuse(with: .tooManyOpenFiles)
    let text: String = try refusal(on: kernel).description
    #expect(text.contains("raise the limit (ulimit -n, at most unlimited)"))
    #expect(!text.contains("\(UInt64.max)"))
  }

  @Test(arguments: [UInt64(20), 19])
  func `at the hard limit nobody is told to raise the soft one`(hard: UInt64) throws {
    let kernel = machine()
    kernel.descriptorLimit = DescriptorLimit(soft: 20, hard: hard)
    kernel.refuse(with: .tooManyOpenFiles)
    let text: String = try refusal(on: kernel).description
    #expect(text.contains("all 20 descriptors"))
    #expect(!text.contains("raise the limit"))
    #expect(text.contains("administrator raise the hard limit"))
    #expect(text.contains("count fewer events"))
  }

  @Test func `a full table of the system is not the process's limit`() throws {
    let kernel = machine()
    kernel.refuse(with: .systemFileTableFull)
    let error = try refusal(on: kernel)
    #expect(error == .tooManyFilesInSystem)
    #expect(error.description.contains("fs.file-max"))
  }

  @Test func `a field newer than the kernel comes with both sizes`() throws {
    let kernel = machine()
    kernel.attributeSize = 112
    var attributes: EventAttributes = Self.cycles
    attributes.signalData = 1
    let error = try refusal(of: attributes, on: kernel)
    #expect(error == .attributesTooLarge(size: 128, kernelSize: 112))
    #expect(error.description.contains("128 bytes"))
    #expect(error.description.contains("knows 112"))
  }

  @Test func `a group whose read would be too large does not fit`() throws {
    let kernel = machine()
    kernel.refuse(with: .tooBig) { $0.group >= 0 }
    let leader = try EventDescriptor(opening: Self.cycles, kernel: kernel)
    #expect(try refusal(on: kernel, leader: leader.fileDescriptor) == .doesNotFitIntoGroup)
  }

  // MARK: the rest

  @Test func `every other number has its reason`() throws {
    let reasons: [(Errno, PerfEventError, String)] = [
      (.notSupported, .notSupportedByPMU, "without sampling or precision"),
      (.busy, .busy, "exclusively"),
      (.noSuchProcess, .noSuchTask(4711), "no task 4711"),
      (.overflow, .invalidAttribute("sample_max_stack"), "sample_max_stack"),
      (.badAddress, .systemCall("perf_event_open", .badAddress), "Bad address (EFAULT)"),
    ]
    for (errno, reason, words) in reasons {
      let kernel = machine()
      kernel.refuse(with: errno)
      let error = try refusal(on: kernel, target: EventTarget(task: 4711))
      #expect(error == reason)
      #expect(error.description.contains(words))
    }
  }

  @Test func `what a PMU cannot do is named where it can be`() throws {
    let kernel = machine()
    kernel.refuse(with: .notSupported) { $0.attributes.precision > 0 }
    var attributes: EventAttributes = Self.cycles
    attributes.precision = 2
    #expect(try refusal(of: attributes, on: kernel) == .invalidAttribute("precise_ip"))
  }

  @Test func `an offline CPU is not a missing PMU`() throws {
    let kernel = machine()
    kernel.addFile("/sys/devices/system/cpu/online", "0,2-3\n")
    kernel.addFile("/sys/devices/system/cpu/possible", "0-3\n")
    kernel.refuse(with: .noDevice)
    let error = try refusal(on: kernel, target: EventTarget(task: -1, cpu: 1))
    #expect(error == .offlineCPU(1))
    #expect(error.description.contains("CPU 1 is offline"))
    #expect(
      try refusal(on: kernel, target: EventTarget(task: -1, cpu: 2))
        == .systemCall("perf_event_open", .noDevice))
    kernel.removeFile("/sys/bus/event_source/devices/cpu/type")
    #expect(try refusal(on: kernel) == .noHardwarePMU(isVirtualMachine: false))
  }

  @Test func `no room means breakpoints only for breakpoints`() throws {
    let kernel = machine()
    kernel.refuse(with: .noSpace)
    let breakpoint = try refusal(of: EventAttributes(type: .breakpoint), on: kernel)
    #expect(breakpoint == .noFreeBreakpoint)
    #expect(breakpoint.description.contains("close some"))
    #expect(try refusal(on: kernel) == .systemCall("perf_event_open", .noSpace))
  }

  @Test func `a descriptor that is no cgroup is named`() throws {
    let kernel = machine()
    kernel.refuse(with: .badDescriptor)
    let error = try refusal(on: kernel, target: EventTarget(task: 9, cpu: 0), flags: .cgroup)
    #expect(error == .notACgroup(9))
    #expect(error.description.contains("/sys/fs/cgroup"))
  }

  @Test func `a mapping beyond the limit says what is allowed`() throws {
    for errno in [Errno.notPermitted, .outOfMemory] {
      let kernel = machine()
      kernel.onMap { _, _, _ in errno }
      let event = try EventDescriptor(opening: Self.cycles, kernel: kernel)
      let error = #expect(throws: PerfEventError.self) {
        _ = try RingBuffer(of: event, dataPages: 256).skippedBytes
      }
      #expect(
        error == .mappingTooLarge(bytes: 257 * MemoryPage.size, allowedKilobytes: 516))
      #expect(error?.description.contains("perf_event_mlock_kb (now 516)") == true)
    }
  }

  @Test func `an inherited event without CPU cannot be mapped`() throws {
    let kernel = machine()
    kernel.onMap { _, _, _ in .invalidArgument }
    var attributes: EventAttributes = Self.cycles
    attributes.flags = .inherit
    let event = try EventDescriptor(opening: attributes, kernel: kernel)
    #expect(throws: PerfEventError.invalidAttribute("inherit without a CPU")) {
      _ = try RingBuffer(of: event, dataPages: 1).skippedBytes
    }
  }

  @Test func `a page is refused to all but the thread that opened the event on itself`() throws {
    let kernel = machine()
    var inherited: EventAttributes = Self.cycles
    inherited.flags = .inherit
    let foreign: [(EventAttributes, EventTarget)] = [
      (inherited, .callingThread), (Self.cycles, EventTarget(task: 1)),
      (Self.cycles, EventTarget(task: 0, cpu: 0)), (Self.cycles, EventTarget(task: -1, cpu: 0)),
    ]
    for (attributes, target) in foreign {
      let event = try EventDescriptor(opening: attributes, target: target, kernel: kernel)
      let error = #expect(throws: PerfEventError.self) {
        _ = try UserPage(of: event).allowsTimeAccess
      }
      #expect(error == .foreignPage)
      #expect(error?.description.contains("read the descriptor") == true)
    }
    let own = try EventDescriptor(
      opening: Self.cycles, target: EventTarget(task: ThreadIdentity.kernelThreadID),
      kernel: kernel)
    #expect(try UserPage(of: own).read() == nil)
  }
}
