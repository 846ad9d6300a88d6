import KernelSimulator
import PerfEvent
import Testing

@Suite("Refusals")
struct RefusalTests {
  @Test
  func `A group larger than the counters is refused`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4)
    let leader: Int32 = try kernel.open(1)
    for _ in 0..<3 { _ = try kernel.open(1, group: leader) }
    #expect(throws: Errno.invalidArgument) { try kernel.open(1, group: leader) }
  }

  @Test(arguments: [
    (OpenValidation.allMembers, false, 3), (.leaderAndEnabledMembers, false, 3),
    (.leaderAndEnabledMembers, true, 40), (.enabledMembers, true, 40),
    (.enabledMembers, false, 4), (.none, false, 40),
  ])
  func `Drivers overlook members that are off`(
    validation: OpenValidation, areSiblingsOff: Bool, accepted: Int
  ) throws {
    var pmu: SimulatedPMU = .core(counters: 4)
    pmu.validation = validation
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 1, pmus: [pmu]))
    let leader: Int32 = try kernel.open(1, flags: .disabled)
    var count: Int = 0
    while count < 40,
      (try? kernel.open(1, flags: areSiblingsOff ? .disabled : [], group: leader)) != nil
    {
      count += 1
    }
    #expect(count == accepted)
  }

  @Test(arguments: [
    (2, EventFlags.excludeKernel, EventTarget.callingThread, Errno?.none),
    (2, EventFlags(), .callingThread, .accessDenied), (1, EventFlags(), .callingThread, nil),
    (1, EventFlags(), .cpu(0), .accessDenied), (0, EventFlags(), .cpu(0), nil),
    (3, .excludeKernel, .callingThread, .accessDenied),
  ])
  func `Users without privilege are refused as the setting says`(
    paranoid: Int, flags: EventFlags, target: EventTarget, expected: Errno?
  ) {
    var machine = SimulatedMachine()
    machine.permissions = SimulatedPermissions(paranoid: paranoid, isPrivileged: false)
    let kernel = SimulatedKernel(machine)
    var refusal: Errno?
    do throws(Errno) { _ = try kernel.open(1, flags: flags, target: target) } catch {
      refusal = error
    }
    #expect(refusal == expected)
  }

  @Test
  func `Wrong targets, events and groups are refused as the kernel refuses them`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4, cpus: 2)
    let leader: Int32 = try kernel.open(1)
    let sibling: Int32 = try kernel.open(1, group: leader)
    #expect(throws: Errno.noSuchProcess) { try kernel.open(1, target: .thread(77)) }
    #expect(throws: Errno.invalidArgument) { try kernel.open(1, target: .cpu(2)) }
    #expect(throws: Errno.invalidArgument) {
      try kernel.open(1, target: EventTarget(task: -1, cpu: -1))
    }
    #expect(throws: Errno.noSuchFile) { try kernel.open(1, type: EventType(rawValue: 77)) }
    #expect(throws: Errno.badDescriptor) { try kernel.open(1, group: 3) }
    #expect(throws: Errno.invalidArgument) { try kernel.open(1, group: sibling) }
    #expect(throws: Errno.invalidArgument) {
      try kernel.open(1, group: leader, target: EventTarget(task: 0, cpu: 1))
    }
    #expect(throws: Errno.invalidArgument) { try kernel.open(1, flags: .pinned, group: leader) }
    #expect(throws: Errno.invalidArgument) { try kernel.open(1, flags: .inherit, group: leader) }
  }

  @Test
  func `A read needs room for all members`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4)
    let leader: Int32 = try kernel.open(1)
    _ = try kernel.open(1, group: leader)
    var words: [UInt64] = [0, 0, 0, 0]
    #expect(throws: Errno.noSpace) {
      try words.withUnsafeMutableBytes { try kernel.read(leader, into: $0) }
    }
  }

  @Test(arguments: [Errno.notPermitted, .tooManyOpenFiles, .interrupted, .busy])
  func `Each call can be made to fail with each error`(error: Errno) throws {
    let kernel: SimulatedKernel = synthetic(counters: 4)
    kernel.refuse(SimulatedFault(.open, error, skipping: 1, times: 2))
    let event: Int32 = try kernel.open(1)
    for _ in 0..<2 { #expect(throws: error) { try kernel.open(1) } }
    _ = try kernel.open(1)
    kernel.refuse(SimulatedFault(.read, error))
    kernel.refuse(SimulatedFault(.control, error))
    kernel.refuse(SimulatedFault(.controlThread, error))
    kernel.refuse(SimulatedFault(.map, error))
    kernel.refuse(SimulatedFault(.wait, error))
    kernel.refuse(SimulatedFault(.readFile, error))
    kernel.refuse(SimulatedFault(.listDirectory, error))
    #expect(throws: error) { try kernel.words(of: event) }
    #expect(throws: error) { try kernel.enable(event) }
    #expect(throws: error) { try kernel.controlEventsOfThread(.disabled) }
    #expect(throws: error) {
      try kernel.map(event, offset: 0, length: 4096, access: .readOnly).count
    }
    #expect(throws: error) { try kernel.wait(for: [event], milliseconds: 0) }
    #expect(throws: error) { try kernel.readFile("/proc/sys/kernel/perf_event_paranoid", limit: 9) }
    #expect(throws: error) { try kernel.listDirectory("/sys/bus/event_source/devices") }
    kernel.refuseNothing()
    #expect(try kernel.words(of: event) != nil)
  }

  @Test
  func `There are no more descriptors than the limit`() throws {
    var machine = SimulatedMachine()
    machine.descriptorLimit = DescriptorLimit(soft: 3, hard: 3)
    let kernel = SimulatedKernel(machine)
    let events: [Int32] = try (0..<3).map { _ in try kernel.open(1) }
    #expect(throws: Errno.tooManyOpenFiles) { try kernel.open(1) }
    kernel.close(events[1])
    #expect(try kernel.open(1) == events[1])
  }

  @Test
  func `Tasks of another machine are left alone`() throws {
    let other = SimulatedKernel()
    var stranger: SimulatedTask = other.currentTask
    for _ in 0..<3 { stranger = other.start(from: stranger) }
    let kernel: SimulatedKernel = synthetic(counters: 1)
    let own: SimulatedTask = kernel.currentTask
    #expect(kernel.start(from: stranger) == stranger)
    kernel.run(stranger, on: 0)
    kernel.execute(stranger)
    kernel.end(stranger)
    kernel.currentTask = stranger
    #expect(kernel.currentTask == own && kernel.tasks == [own])
    #expect(kernel.truth(of: EventAttributes(type: .raw, config: 1), in: stranger) == 0)
  }
}
