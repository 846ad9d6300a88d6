import EventCatalog
import PerfEvent
import TestSupport
import Testing

@testable import Counting

/// Counting on a kernel that answers as the test tells it.
struct ScriptedCountingTests {
  private func machine(paranoid: Int = 2, capabilities: UInt64 = 1 << 38) -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addMachine(paranoid: paranoid, capabilities: capabilities)
    return kernel
  }

  private func groups(_ names: [String], explicit: Bool = false) -> [EventGroup] {
    let all: [Event] = names.flatMap { events($0) }
    if explicit { return [EventGroup(name: nil, isExplicit: true, events: all)] }
    return all.map { EventGroup(name: nil, isExplicit: false, events: [$0]) }
  }

  @Test func `Only the leader is opened disabled, and only the leader is switched`() throws {
    let kernel: ScriptedKernel = machine()
    do {
      let group = try CounterGroup(
        events("cycles,instructions,page-faults"), kernel: kernel)
      try group.enable()
      try group.disable()
    }
    #expect(kernel.opens.map { $0.attributes.flags.contains(.disabled) } == [true, false, false])
    #expect(kernel.opens.map(\.group) == [-1, 1000, 1000])
    let controls: [Int32] = kernel.calls.compactMap {
      if case .control(let descriptor, _, _) = $0 { descriptor } else { nil }
    }
    #expect(controls == [1000, 1000])
    #expect(kernel.leaks.isEmpty)
    #expect(kernel.misuses.isEmpty)
  }

  @Test func `A kernel before 6_0 is asked without lost samples, and they are unknown`() throws {
    let kernel: ScriptedKernel = machine()
    kernel.refuse(with: .invalidArgument) { $0.attributes.readFormat.contains(.lost) }
    let group = try CounterGroup(events("cycles,instructions"), kernel: kernel)
    let reading: Reading = try group.read()
    #expect(reading.lost(of: 0) == nil)
    #expect(reading.memberCount == 2)
  }

  @Test func `Events that do not fit together are counted in a further group`() throws {
    let kernel: ScriptedKernel = machine()
    // Two counters: a third hardware event of a group is refused.
    kernel.onOpen { [unowned kernel] open in
      guard open.group >= 0 else { return nil }
      let members: Int = kernel.opens.filter { $0.group == open.group }.count
      return members > 1 ? .invalidArgument : nil
    }
    let names: [String] = ["cycles", "instructions", "branches", "branch-misses"]
    let opened: TargetOpener.Result =
      try TargetOpener(groups(names), kernel: kernel).openTogether()
    #expect(opened.groups.count > 1)
    #expect(opened.groups.flatMap(\.places).sorted() == [0, 1, 2, 3])
    #expect(opened.refusals.isEmpty)
  }

  @Test func `An event that the machine lacks is reported, and the others are counted`() throws {
    let kernel: ScriptedKernel = machine()
    kernel.refuse(with: .noSuchFile) { $0.attributes.type == .hardware }
    let measurement = try measure(
      groups(["cycles", "page-faults"]), kernel: kernel
    ) { 1 }
    guard case .notSupported(.unknownEvent)? = measurement.counts["cycles"] else {
      Issue.record("\(measurement)")
      return
    }
    #expect(measurement.counts.count == 2)
    #expect(measurement.counts[1].count != measurement.counts[0].count)
  }

  @Test func `It is an error if no event is left, or if events must not be missing`() {
    let kernel: ScriptedKernel = machine()
    kernel.refuse(with: .noSuchFile) { $0.attributes.type == .hardware }
    let error = #expect(throws: CountingError.self) {
      try measure(groups(["cycles"]), kernel: kernel) {}
    }
    #expect("\(error!)".hasPrefix("cycles: "))
    #expect(throws: CountingError.self) {
      try measure(groups(["cycles", "page-faults"]), unsupported: .fail, kernel: kernel) {}
    }
    #expect(kernel.leaks.isEmpty)
  }

  @Test func `Without permission for the kernel side the user side is counted and named`() throws {
    let kernel: ScriptedKernel = machine(capabilities: 0)
    kernel.refuse(with: .accessDenied) { !$0.attributes.flags.contains(.excludeKernel) }
    let measurement = try measure(groups(["page-faults"]), kernel: kernel) {}
    #expect(measurement.counts[0].name == "page-faults:u")
    #expect(measurement.counts["page-faults"] != nil)
    // Who asks for the kernel side by a modifier gets an error instead.
    #expect(throws: CountingError.self) {
      try measure(groups(["page-faults:k"]), kernel: kernel) {}
    }
  }

  @Test func `An exhausted descriptor limit ends in an error without a leak`() {
    let kernel: ScriptedKernel = machine()
    kernel.limitDescriptors(to: 3)
    let error = #expect(throws: CountingError.self) {
      try CountingSession(
        groups(["cycles", "instructions", "branches", "page-faults"]), target: .wholeMachine,
        kernel: kernel
      ).enable()
    }
    #expect("\(error!)".contains("3 descriptors"))
    #expect(kernel.leaks.isEmpty)
  }

  @Test func `All CPUs are opened and their counts are added up`() throws {
    let kernel: ScriptedKernel = machine()
    do {
      let session = try CountingSession(
        groups(["page-faults", "cycles"]), target: .wholeMachine, kernel: kernel)
      try session.enable()
      for (index, descriptor) in kernel.openDescriptors.enumerated() {
        kernel.setCounts(ScriptedCounts(value: UInt64(10 + index)), of: descriptor)
      }
      let counts: Counts = try session.counts()
      #expect(counts["page-faults"] == .exact(10 + 12))
      #expect(counts["cycles"] == .exact(11 + 13))
      #expect(Set(kernel.opens.map(\.target.cpu)) == [0, 1])
      #expect(Set(kernel.opens.map(\.target.task)) == [-1])
    }
    #expect(kernel.leaks.isEmpty)
  }

  @Test func `Each CPU's count is scaled by its own times`() throws {
    let kernel: ScriptedKernel = machine()
    let session = try CountingSession(
      groups(["cycles"]), target: .cpus([0, 1]), kernel: kernel)
    let times: [ScriptedCounts] = [
      ScriptedCounts(value: 100, timeEnabled: 400, timeRunning: 100),
      ScriptedCounts(value: 50, timeEnabled: 400, timeRunning: 400),
    ]
    for (descriptor, counts) in zip(kernel.openDescriptors, times) {
      kernel.setCounts(counts, of: descriptor)
    }
    #expect(try session.counts()["cycles"] == .scaled(estimate: 450, share: 0.625))
  }

  @Test func `All threads of a process are opened, and one that ended is left out`() throws {
    let kernel: ScriptedKernel = machine()
    for thread in [70, 71, 72] { kernel.addFolder("/proc/70/task/\(thread)") }
    kernel.refuse(with: .noSuchProcess) { $0.target.task == 71 }
    let session = try CountingSession(
      groups(["page-faults"]), target: .process(70), kernel: kernel)
    #expect(kernel.openDescriptors.count == 2)
    #expect(Set(kernel.opens.map(\.target.task)) == [70, 71, 72])
    #expect(kernel.opens.allSatisfy { $0.attributes.flags.contains(.inherit) })
    try session.enable()
  }

  @Test func `A thread that starts meanwhile is neither missed nor counted twice`() throws {
    let kernel: ScriptedKernel = machine()
    kernel.addFolder("/proc/70/task/70")
    kernel.onOpen { [unowned kernel] open in
      if kernel.opens.isEmpty { kernel.addFolder("/proc/70/task/71") }
      return nil
    }
    let session = try CountingSession(
      groups(["page-faults"]), target: .process(70), kernel: kernel)
    // The first attempt was given up; of the second, both threads are open.
    #expect(kernel.opens.map(\.target.task) == [70, 70, 71])
    #expect(kernel.openDescriptors.count == 2)
    try session.enable()
  }

  @Test func `A process that never stops starting threads is an error, not a hang`() {
    let kernel: ScriptedKernel = machine()
    kernel.addFolder("/proc/70/task/70")
    kernel.onOpen { [unowned kernel] open in
      if open.target.task == 70 { kernel.addFolder("/proc/70/task/\(100 + kernel.opens.count)") }
      return nil
    }
    let error = #expect(throws: CountingError.self) {
      try CountingSession(
        groups(["page-faults"]), target: .process(70), kernel: kernel
      ).enable()
    }
    guard case .threadsKeepChanging(70)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(kernel.leaks.isEmpty)
  }

  @Test func `A pinned group that lost its counter says so`() throws {
    let kernel: ScriptedKernel = machine()
    let group = try CounterGroup(events("cycles"), options: .pinned, kernel: kernel)
    #expect(kernel.opens[0].attributes.flags.contains(.pinned))
    kernel.enqueue([.bytes([])], of: 1000)
    #expect(group.counts(of: try group.read())["cycles"] == .notCounted(.pinnedFailed))
  }

  @Test func `A failing read is an error that names the event`() throws {
    let kernel: ScriptedKernel = machine()
    let group = try CounterGroup(events("cycles"), kernel: kernel)
    kernel.enqueue([.error(.noChild)], of: 1000)
    let error = #expect(throws: CountingError.self) { try group.read() }
    #expect("\(error!)".hasPrefix("cycles: read failed"))
  }

  @Test func `A region during which the counter was taken away is scaled`() throws {
    let kernel: ScriptedKernel = machine()
    let regions = try RegionCounter(groups(["cycles"]), kernel: kernel)
    kernel.setCounts(
      ScriptedCounts(value: 1000, timeEnabled: 1000, timeRunning: 1000), of: 1000)
    try regions.enter(regions.region("r"))
    kernel.setCounts(
      ScriptedCounts(value: 1500, timeEnabled: 2000, timeRunning: 1500), of: 1000)
    try regions.leave(regions.region("r"))
    #expect(
      try regions.totals()[0].counts["cycles"] == .scaled(estimate: 1000, share: 0.5))
  }

  @Test func `An uncore event is opened on the CPUs of its mask only, and not for tasks`() throws {
    let kernel: ScriptedKernel = machine()
    var event: Event = events("cycles")[0]
    event.cpus = [1]
    let uncore = EventGroup(name: nil, isExplicit: false, events: [event])
    let session = try CountingSession([uncore], target: .wholeMachine, kernel: kernel)
    #expect(kernel.opens.map(\.target.cpu) == [1])
    try session.enable()
    #expect(throws: CountingError.self) {
      try CountingSession([uncore], target: .thisThread, kernel: kernel).enable()
    }
  }
}
