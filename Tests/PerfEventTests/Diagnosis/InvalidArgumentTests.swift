import TestSupport
import Testing

@testable import PerfEvent

/// EINVAL is narrowed down to what is at fault by trying again.
@Suite struct InvalidArgumentTests {
  private let kernel = ScriptedKernel()

  init() {
    kernel.addMachine()
  }

  private func refusal(
    of attributes: EventAttributes, target: EventTarget = .callingThread, leader: Int32? = nil,
    flags: OpenFlags = []
  ) throws -> PerfEventError {
    let before: [Int32] = kernel.openDescriptors
    let error = #expect(throws: PerfEventError.self) {
      _ = try EventDescriptor(
        opening: attributes, target: target, group: leader ?? -1, flags: flags, kernel: kernel
      ).target
    }
    #expect(kernel.openDescriptors == before)
    return try #require(error)
  }

  private var cycles: EventAttributes { EventAttributes(type: .hardware) }

  private struct Case: Sendable {
    var name: String
    var set: @Sendable (inout EventAttributes) -> Void
  }

  private static let cases: [Case] = [
    Case(name: "precise_ip") { $0.precision = 3 },
    Case(name: "inherit") { $0.flags.insert(.inherit) },
    Case(name: "inherit_thread") { $0.flags.insert(.inheritThread) },
    Case(name: "exclude_kernel") { $0.flags.insert(.excludeKernel) },
    Case(name: "exclude_hv") { $0.flags.insert(.excludeHypervisor) },
    Case(name: "exclude_guest") { $0.flags.insert(.excludeGuest) },
    Case(name: "sigtrap") { $0.flags.insert(.signalTrap) },
    Case(name: "write_backward") { $0.flags.insert(.writeBackward) },
    Case(name: "a flag that it does not know") {
      $0.flags.insert(EventFlags(rawValue: 1 << 50))
    },
    Case(name: "read_format lost") { $0.readFormat.insert(.lost) },
    Case(name: "read_format group") { $0.readFormat.insert(.group) },
    Case(name: "read_format") { $0.readFormat.insert(ReadFormat(rawValue: 1 << 20)) },
    Case(name: "sample_type branch_stack") { $0.sampleFields.insert(.branchStack) },
    Case(name: "sample_type data_src") { $0.sampleFields.insert(.dataSource) },
    Case(name: "sample_type") { $0.sampleFields.insert(SampleFields(rawValue: 1 << 40)) },
    Case(name: "branch_sample_type") { $0.branchFields = .counters },
    Case(name: "sample_regs_user") { $0.userRegisters = .max },
    Case(name: "clockid") { $0.clockID = 11 },
    Case(name: "sample_period") { $0.samplePeriod = 1 << 63 },
    Case(name: "config1") { $0.config1 = 2 },
    Case(name: "config3") { $0.config3 = 1 },
  ]

  @Test(arguments: 0..<cases.count)
  func `the attribute that is refused is named`(index: Int) throws {
    let fault: Case = Self.cases[index]
    var attributes: EventAttributes = cycles
    fault.set(&attributes)
    let bad: EventAttributes = attributes
    attributes.flags.formUnion([.disabled, .comm])
    // Refused is whatever still has what makes the difference.
    kernel.refuse(with: .invalidArgument) { open in
      var cleared: EventAttributes = open.attributes
      cleared.flags.subtract([.disabled, .comm])
      return cleared == bad
    }
    #expect(try refusal(of: attributes) == .invalidAttribute(fault.name))
  }

  @Test func `two that are refused are both named`() throws {
    kernel.refuse(with: .invalidArgument) {
      $0.attributes.precision > 0 || $0.attributes.readFormat.contains(.lost)
    }
    var attributes: EventAttributes = cycles
    attributes.precision = 1
    attributes.flags.insert(.excludeHypervisor)
    attributes.readFormat = [.lost, .timeEnabled]
    let error = try refusal(of: attributes)
    #expect(error == .invalidAttribute("precise_ip and read_format lost"))
  }

  @Test func `when nothing helps, that is said`() throws {
    kernel.refuse(with: .invalidArgument)
    var attributes: EventAttributes = cycles
    attributes.flags = .pinned
    let error = try refusal(of: attributes)
    #expect(error == .invalidAttributes)
    #expect(error.description.contains("one after the other"))
  }

  @Test func `targets that cannot be are named without another attempt`() throws {
    kernel.refuse(with: .invalidArgument)
    #expect(try refusal(of: cycles, target: EventTarget(task: -1, cpu: -1)) == .noTarget)
    #expect(try refusal(of: cycles, target: EventTarget(task: -1, cpu: 2)) == .noSuchCPU(2))
    #expect(try refusal(of: cycles, target: EventTarget(task: 0, cpu: -7)) == .noSuchCPU(-7))
    #expect(
      try refusal(of: cycles, target: EventTarget(task: 3, cpu: -1), flags: .cgroup)
        == .cgroupNeedsCPU)
    #expect(kernel.opens.count == 4)
    #expect(PerfEventError.noTarget.description.contains("name at least one"))
    #expect(PerfEventError.noSuchCPU(2).description.contains("no CPU 2"))
    #expect(PerfEventError.cgroupNeedsCPU.description.contains("name a CPU"))
  }

  @Test func `a frequency above the administrator's limit comes with the limit`() throws {
    kernel.addFile("/proc/sys/kernel/perf_event_max_sample_rate", "50000\n")
    kernel.refuse(with: .invalidArgument)
    var attributes: EventAttributes = cycles
    attributes.flags = .frequency
    attributes.samplePeriod = 100_000
    let error = try refusal(of: attributes)
    #expect(error == .frequencyTooHigh(100_000, limit: 50_000))
    #expect(error.description.contains("perf_event_max_sample_rate"))
  }

  @Test func `an event that is fine alone does not fit`() throws {
    let leader = try EventDescriptor(opening: cycles, kernel: kernel)
    kernel.refuse(with: .invalidArgument) { $0.group >= 0 }
    let error = try refusal(of: cycles, leader: leader.fileDescriptor)
    #expect(error == .doesNotFitIntoGroup)
    #expect(error.description.contains("smaller group"))
  }

  @Test func `only a leader can be pinned`() throws {
    let leader = try EventDescriptor(opening: cycles, kernel: kernel)
    kernel.refuse(with: .invalidArgument) {
      $0.group >= 0 && $0.attributes.flags.contains(.pinned)
    }
    var attributes: EventAttributes = cycles
    attributes.flags = .pinned
    #expect(
      try refusal(of: attributes, leader: leader.fileDescriptor) == .invalidAttribute("pinned"))
  }

  @Test func `a sibling that inherits needs a leader that does`() throws {
    let leader = try EventDescriptor(opening: cycles, kernel: kernel)
    kernel.refuse(with: .invalidArgument) {
      $0.group >= 0 && $0.attributes.flags.contains(.inherit)
    }
    var attributes: EventAttributes = cycles
    attributes.flags = .inherit
    let error = try refusal(of: attributes, leader: leader.fileDescriptor)
    #expect(error == .differsFromGroup("inherit"))
    #expect(error.description.contains("give both the same"))
  }

  @Test func `a software event always fits, so its leader is none`() throws {
    let software = EventAttributes(type: .software, config: 1)
    let leader = try EventDescriptor(opening: software, kernel: kernel)
    let sibling = try EventDescriptor(
      opening: software, joining: leader)
    let error = try refusal(of: software, leader: sibling.fileDescriptor)
    #expect(error == .notALeader)
    #expect(error.description.contains("leads no group"))
  }

  @Test func `events of uncore PMUs need CPUs`() throws {
    kernel.refuse(with: .invalidArgument) { $0.target.task != -1 }
    let error = try refusal(of: EventAttributes(type: EventType(rawValue: 21), config: 2))
    #expect(error == .needsWholeCPU)
    #expect(error.description.contains("count it on a CPU"))
  }

  @Test func `a tracepoint that is not there is unknown`() throws {
    kernel.refuse(with: .invalidArgument)
    let error = try refusal(of: EventAttributes(type: .tracepoint, config: 99_999))
    #expect(error == .unknownEvent(type: .tracepoint, config: 99_999))
    #expect(error.description.contains("no tracepoint of the number 99999"))
  }
}
