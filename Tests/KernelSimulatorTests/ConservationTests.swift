import KernelSimulator
import PerfEvent
import TestSupport
import Testing

@Suite("Conservation")
struct ConservationTests {
  /// Switches, turns, starts and ends at random.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Nothing is counted twice and nothing is lost`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cpus: Int = .random(in: 1...4, using: &random)
    var pmu: SimulatedPMU = .core(counters: .random(in: 1...5, using: &random))
    pmu.assignment = Bool.random(using: &random) ? .lowestFree : .rearranging
    var machine = SimulatedMachine(cpus: cpus, pmus: [pmu])
    machine.rules = Bool.random(using: &random) ? .sharedByHardware : .perPMU
    machine.descriptorLimit = DescriptorLimit(soft: 4096, hard: 4096)
    let workload = Workload { attributes in
      EventRate(phases: [
        .init(nanoseconds: 1_300_000, perMillisecond: attributes.config * 777),
        .init(nanoseconds: 700_001, perMillisecond: attributes.config * 13),
      ])
    }
    let kernel = SimulatedKernel(machine, workload: workload)
    // One event per CPU holds its counter always; the rest fight for what is left.
    var attributes = EventAttributes(type: .raw, config: 3)
    attributes.flags = .pinned
    attributes.readFormat = [.group, .timeEnabled, .timeRunning]
    let wide: [Int32] = try (0..<cpus).map {
      try kernel.open(attributes, target: .cpu(Int32($0)), group: -1, flags: [])
    }
    var tasks: [SimulatedTask] = [kernel.currentTask]
    var events: [Int32] = []
    for _ in 0..<200 {
      switch Int.random(in: 0..<7, using: &random) {
      case 0 where tasks.count < 12:
        tasks.append(kernel.start(from: tasks.randomElement(using: &random)!, workload: workload))
      case 1 where tasks.count > 2:
        kernel.end(tasks.remove(at: .random(in: 1..<tasks.count, using: &random)))
      case 2 where events.count < 40:
        let group: Int32 =
          Bool.random(using: &random) ? -1 : events.randomElement(using: &random) ?? -1
        let flags: EventFlags =
          [[], .inherit, .disabled, [.disabled, .inherit]].randomElement(using: &random)!
        if let event = try? kernel.open(
          .random(in: 1...9, using: &random), flags: flags, group: group,
          target: .thread(tasks.randomElement(using: &random)!.id))
        {
          events.append(event)
        }
      case 3 where !events.isEmpty:
        let event: Int32 = events.randomElement(using: &random)!
        let request: ControlRequest = [.enable, .disable, .reset].randomElement(using: &random)!
        try kernel.control(event, request, argument: .random(in: 0...1, using: &random))
      case 4 where events.count > 10:
        kernel.close(events.remove(at: .random(in: 0..<events.count, using: &random)))
      default:
        kernel.run(
          Int.random(in: 0..<4, using: &random) == 0
            ? nil : tasks.randomElement(using: &random),
          on: .random(in: 0..<cpus, using: &random))
      }
      kernel.advance(by: .random(in: 0..<9_000_000, using: &random))
    }
    var counted: UInt64 = 0
    for event in wide {
      let words = try #require(try kernel.words(of: event))
      #expect(words.timeRunning == kernel.now && words.timeEnabled == kernel.now)
      counted += words.value(0)
    }
    let caused: UInt64 = kernel.allTasks.reduce(0) { $0 + kernel.truth(of: attributes, in: $1) }
    #expect(counted == caused)
    for event in events {
      let words = try #require(try kernel.words(of: event))
      #expect(words.timeRunning <= words.timeEnabled)
    }
    for event in events + wide { kernel.close(event) }
    #expect(kernel.openDescriptors.isEmpty)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Scaled values of steady events are near the truth for any groups`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let counters: Int = .random(in: 1...8, using: &random)
    let kernel: SimulatedKernel = synthetic(counters: counters)
    var leaders: [(descriptor: Int32, size: Int)] = []
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      let size: Int = .random(in: 1...counters, using: &random)
      let leader: Int32 = try kernel.open(10)
      for _ in 1..<size { _ = try kernel.open(10, group: leader) }
      leaders.append((leader, size))
    }
    let rounds: UInt64 = 1000
    kernel.advance(by: rounds * 4 * millisecond)
    var held: UInt64 = 0
    for (leader, size) in leaders {
      let words = try #require(try kernel.words(of: leader))
      #expect(words.timeEnabled == rounds * 4 * millisecond)
      #expect(words.timeRunning > 0, "no group starves without pinned events")
      let scaled: Double =
        Double(words.value(0)) * Double(words.timeEnabled) / Double(words.timeRunning)
      #expect(abs(scaled / Double(words.timeEnabled / 100) - 1) < 1e-6)
      held += words.timeRunning * UInt64(size)
    }
    #expect(held <= UInt64(counters) * rounds * 4 * millisecond)
  }
}
