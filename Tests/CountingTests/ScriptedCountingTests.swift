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
      try TargetOpener(groups(names), .report, kernel).openTogether()
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

  @Test func `A name that stands for several events opens each by itself`() throws {
    let kernel: ScriptedKernel = machine()
    let pattern = EventGroup(name: nil, isExplicit: false, events: events("cycles,instructions"))
    let session = try CountingSession([pattern], target: .thisThread, kernel: kernel)
    #expect(kernel.opens.map(\.group) == [-1, -1])
    try session.enable()
  }

  /// A machine with two kinds of cores, whose PMUs know only their own CPUs.
  private func hybridMachine() -> ScriptedKernel {
    let kernel: ScriptedKernel = machine()
    let root: String = "/sys/bus/event_source/devices"
    for (name, type, cpus) in [("cpu_core", 4, "0"), ("cpu_atom", 10, "1")] {
      kernel.addFile("\(root)/\(name)/type", "\(type)\n")
      kernel.addFile("\(root)/\(name)/cpus", "\(cpus)\n")
    }
    kernel.removeFile("\(root)/cpu/type")
    return kernel
  }

  @Test func `On two kinds of cores nothing is scaled by the time on the other kind`() throws {
    let kernel: ScriptedKernel = hybridMachine()
    let groups: [EventGroup] = try EventCatalog(kernel: kernel).resolve("cycles")
    #expect(groups.flatMap(\.events).count == 2)
    let session = try CountingSession(groups, target: .thisThread, kernel: kernel)
    for (descriptor, value) in zip(kernel.openDescriptors, [UInt64(502), 509]) {
      kernel.setCounts(
        ScriptedCounts(value: value, timeEnabled: 1000, timeRunning: 500), of: descriptor)
    }
    let counts: Counts = try session.counts()
    #expect(counts.map(\.count) == [502, 509].map { .lowerBound($0, share: 0.5) })
    #expect(counts[0].description.contains("at least 502 (counted 50 % of the time)"))
    kernel.setCounts(
      ScriptedCounts(value: 0, timeEnabled: 1000, timeRunning: 0), of: kernel.openDescriptors[0])
    #expect(try session.counts()[0].count == .notCounted(.wrongCore))
  }

  @Test func `CPUs without an event do not hide the counts of those that have it`() throws {
    let kernel: ScriptedKernel = machine()
    kernel.refuse(with: .noSuchFile) { $0.target.cpu == 1 }
    let session = try CountingSession(groups(["cycles"]), target: .wholeMachine, kernel: kernel)
    kernel.setCounts(ScriptedCounts(value: 7), of: 1000)
    #expect(try session.counts()["cycles"] == .exact(7))
  }

  @Test func `A pinned event that fails within a region is not counted, whatever was read`() throws
  {
    let kernel: ScriptedKernel = machine()
    let regions = try RegionCounter(groups(["cycles:D", "page-faults"]), kernel: kernel)
    // A pinned event leads a group of its own.
    #expect(kernel.opens.map(\.group) == [-1, -1])
    kernel.setCounts(ScriptedCounts(value: 9), of: 1000)
    kernel.setCounts(ScriptedCounts(value: 9), of: 1001)
    let region: Region = regions.region("r")
    try regions.enter(region)
    kernel.enqueue([.bytes([])], of: 1000)
    kernel.setCounts(
      ScriptedCounts(value: 12, timeEnabled: 2_000_000, timeRunning: 2_000_000), of: 1001)
    try regions.leave(region)
    let counts: Counts = try regions.totals()[0].counts
    #expect(counts[0].count == .notCounted(.pinnedFailed))
    #expect(counts[1].count == .exact(3))
  }

  @Test(arguments: [("cycles", true), ("context-switches", false)])
  func `Events that this user may not count are reported if that is asked for`(
    name: String, isCounted: Bool
  ) throws {
    let kernel: ScriptedKernel = machine(capabilities: 0)
    kernel.refuse(with: .accessDenied) { !$0.attributes.flags.contains(.excludeKernel) }
    let measurement = try measure(
      groups([name, "page-faults"]), unsupported: .reportRefused, kernel: kernel
    ) {}
    if case .notSupported(.permission) = measurement.counts[0].count {
      #expect(!isCounted)
    } else {
      #expect(isCounted)
    }
    #expect(measurement.counts[1].name == "page-faults:u")
  }

  @Test(arguments: [
    ("cycles", "cycles:u"), ("cycles:D", "cycles:Du"), ("mem:0x1000:w", "mem:0x1000:w:u"),
  ])
  func `Names on the user side are written as perf writes them`(name: String, expected: String) {
    let event: Event = events(name)[0]
    #expect(UserSideName.of(event) == expected)
    #expect(UserSideName.matches(expected, asked: name))
  }

  @Test func `A process of which no thread is left does not exist`() {
    let kernel: ScriptedKernel = machine()
    kernel.addFolder("/proc/70/task/70")
    kernel.refuse(with: .noSuchProcess)
    let error = #expect(throws: CountingError.self) {
      try CountingSession(groups(["cycles"]), target: .process(70), kernel: kernel).enable()
    }
    guard case .event("cycles", .noSuchTask(70))? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `A task that ended but was not waited for is not alive`() {
    let kernel: ScriptedKernel = machine()
    kernel.addFile("/proc/70/task/70/stat", "70 (a) Z b) S 1 70")
    kernel.addFile("/proc/71/task/71/stat", "71 (c) Z 1 71")
    kernel.addFile("/proc/71/stat", "71 (c) Z 1 71")
    #expect(Target.process(70).isAlive(kernel: kernel))
    #expect(!Target.process(71).isAlive(kernel: kernel))
    #expect(!Target.thread(71).isAlive(kernel: kernel))
    #expect(!Target.process(72).isAlive(kernel: kernel))
    #expect(Target.thisThread.isAlive(kernel: kernel))
  }

  @Test func `No CPU is an error, and a CPU named twice is counted once`() throws {
    let kernel: ScriptedKernel = machine()
    #expect(throws: CountingError.self) {
      try CountingSession(groups(["cycles"]), target: .cpus([]), kernel: kernel).enable()
    }
    let session = try CountingSession(
      groups(["cycles"]), target: .cpus([1, 0, 1]), kernel: kernel)
    #expect(kernel.opens.map(\.target.cpu) == [0, 1])
    try session.enable()
  }

  @Test func `An uncore event outside of the chosen CPUs says that these are the wrong ones`()
    throws
  {
    let kernel: ScriptedKernel = machine()
    var event: Event = events("cycles")[0]
    event.cpus = [0]
    let uncore = EventGroup(name: nil, isExplicit: false, events: [event])
    let session = try CountingSession([uncore], target: .cpus([1]), kernel: kernel)
    #expect(try session.counts()[0].count == .notCounted(.wrongCPU))
  }

  @Test func `A gauge is refused where differences are taken`() throws {
    var event: Event = events("cycles")[0]
    event.isSnapshot = true
    let gauge = EventGroup(name: nil, isExplicit: false, events: [event])
    #expect(throws: CountingError.self) { try measure([gauge], kernel: machine()) {} }
  }

  @Test func `A request that counting cannot honour is an error that names it`() throws {
    let event: Event = events("cycles:b")[0]
    let error = #expect(throws: CountingError.self) {
      _ = try CounterGroup([event], kernel: machine())
    }
    #expect("\(error!)".contains("request b"))
  }

  @Test func `One counter is for one event`() {
    #expect(throws: CountingError.self) { _ = try Counter("cycles,page-faults") }
  }
}
