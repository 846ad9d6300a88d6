import KernelSimulator
import PerfEvent
import Testing

@Suite("Who gets counters")
struct PlacingTests {
  @Test
  func `A pinned event without counter returns no bytes until it is enabled again`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 1)
    let first: Int32 = try kernel.open(1, flags: .pinned)
    let second: Int32 = try kernel.open(1, flags: .pinned)
    kernel.advance(by: millisecond)
    #expect(try kernel.words(of: first)?.value(0) == 1_000)
    #expect(try kernel.words(of: second) == nil)
    kernel.close(first)
    kernel.advance(by: millisecond)
    #expect(try kernel.words(of: second) == nil)
    try kernel.enable(second)
    kernel.advance(by: millisecond)
    #expect(try kernel.words(of: second)?.value(0) == 1_000)
  }

  @Test
  func `A group that a pinned event keeps from its counters starves silently`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 2)
    _ = try kernel.open(1, flags: .pinned)
    let leader: Int32 = try kernel.open(1)
    _ = try kernel.open(1, group: leader)
    kernel.advance(by: 100 * millisecond)
    #expect(try kernel.words(of: leader)?.all == [2, 100 * millisecond, 0, 0, 0])
  }

  @Test
  func `Software events go on while hardware groups wait`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 1)
    for _ in 0..<3 { _ = try kernel.open(1) }
    let clock: Int32 = try kernel.open(1, type: .software)
    kernel.advance(by: 50 * millisecond)
    #expect(try kernel.words(of: clock)?.value(0) == 50 * millisecond)
  }

  @Test
  func `An exclusive group is counted alone`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4)
    let alone: Int32 = try kernel.open(1, flags: .exclusive)
    let other: Int32 = try kernel.open(1)
    kernel.advance(by: 400 * millisecond)
    let first = try #require(try kernel.words(of: alone))
    let second = try #require(try kernel.words(of: other))
    #expect(first.timeRunning + second.timeRunning == 400 * millisecond)
    #expect(first.timeRunning > 190 * millisecond && second.timeRunning > 190 * millisecond)
  }

  @Test
  func `A driver that rearranges holds all events that can be held`() throws {
    var pmu: SimulatedPMU = .synthetic(counters: 3)
    pmu.assignment = .rearranging
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 1, pmus: [pmu]))
    let events: [Int32] = try [0b111, 0b110, 0b001].map { try kernel.open(4, mask: $0) }
    kernel.advance(by: 10 * millisecond)
    for event in events { #expect(try kernel.words(of: event)?.value(0) == 40_000) }
  }

  @Test
  func `A driver that takes the lowest free counter makes such events take turns`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 3)
    let events: [Int32] = try [0b111, 0b110, 0b001].map { try kernel.open(4, mask: $0) }
    kernel.advance(by: 40 * millisecond)
    let running: [UInt64] = try events.map { try kernel.words(of: $0)?.timeRunning ?? 0 }
    #expect(running[2] < 40 * millisecond)
  }

  @Test
  func `Events with different values of one register take turns`() throws {
    let pmu = SimulatedPMU("cpu", type: .raw, counters: 4) { attributes in
      let value: UInt64 = attributes.config1
      return value == 0
        ? .anyCounter
        : CounterRequirement(
          counters: .max, register: CounterRequirement.SharedRegister(number: 0, value: value))
    }
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 1, pmus: [pmu]))
    let same: [Int32] = try [5, 5].map { try kernel.open(1, mask: $0) }
    let other: Int32 = try kernel.open(1, mask: 6)
    kernel.advance(by: 100 * millisecond)
    let first: [UInt64] = try same.map { try kernel.words(of: $0)?.timeRunning ?? 0 }
    let last: UInt64 = try kernel.words(of: other)?.timeRunning ?? 0
    #expect(last > 0 && last < 100 * millisecond)
    #expect(first.allSatisfy { $0 > 0 && $0 + last <= 100 * millisecond + 8 * millisecond })
  }

  @Test
  func `Events of a kind of core wait while the task is on the other`() throws {
    var fast = SimulatedPMU("cpu_core", type: .raw, counters: 8)
    fast.cpus = [0]
    var small = SimulatedPMU("cpu_atom", type: EventType(rawValue: 10), counters: 6)
    small.cpus = [1]
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 2, pmus: [fast, small]))
    let task: SimulatedTask = kernel.currentTask
    let first: Int32 = try kernel.open(3)
    let second: Int32 = try kernel.open(3, type: EventType(rawValue: 10))
    kernel.advance(by: 2 * millisecond)
    kernel.run(task, on: 1)
    kernel.advance(by: 3 * millisecond)
    #expect(try kernel.words(of: first)?.all == [1, 5 * millisecond, 2 * millisecond, 6_000])
    #expect(try kernel.words(of: second)?.all == [1, 5 * millisecond, 3 * millisecond, 9_000])
  }

  @Test
  func `A fixed counter is taken first and spares the others`() throws {
    let pmu: SimulatedPMU = .synthetic(counters: 2, hasFixedCounter: true)
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 1, pmus: [pmu]))
    var events: [Int32] = [try kernel.open(1, type: .hardware)]
    events += try (0..<2).map { _ in try kernel.open(3) }
    kernel.advance(by: 20 * millisecond)
    for event in events {
      #expect(try kernel.words(of: event)?.timeRunning == 20 * millisecond)
    }
  }

  @Test
  func `Counters that others hold are missing without a word`() throws {
    var pmu: SimulatedPMU = .core(counters: 2)
    pmu.heldCounters = 0b10
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 1, pmus: [pmu]))
    let leader: Int32 = try kernel.open(1)
    _ = try kernel.open(1, group: leader)
    kernel.advance(by: 20 * millisecond)
    #expect(try kernel.words(of: leader)?.timeRunning == 0)
  }
}
