import KernelSimulator
import PerfEvent
import Testing

@Suite("What events count")
struct CountingRuleTests {
  @Test
  func `An event that always has a counter counts all`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4)
    kernel.advance(by: 3 * millisecond + 17)
    let event: Int32 = try kernel.open(7)
    kernel.advance(by: 5 * millisecond)
    let words = try #require(try kernel.words(of: event))
    #expect(words.value(0) == 35_000)
    #expect(words.timeEnabled == 5 * millisecond)
    #expect(words.timeRunning == words.timeEnabled)
  }

  @Test
  func `A reset clears the count but not the times`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 1)
    let event: Int32 = try kernel.open(2)
    kernel.advance(by: 5 * millisecond)
    try kernel.control(event, .reset, argument: 0)
    kernel.advance(by: millisecond)
    let words = try #require(try kernel.words(of: event))
    #expect(words.value(0) == 2_000)
    #expect(words.timeEnabled == 6 * millisecond)
  }

  @Test
  func `A disabled event stands still with its times`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 1)
    let event: Int32 = try kernel.open(1, flags: .disabled)
    kernel.advance(by: millisecond)
    try kernel.enable(event)
    kernel.advance(by: 2 * millisecond)
    try kernel.disable(event)
    kernel.advance(by: 4 * millisecond)
    let words = try #require(try kernel.words(of: event))
    #expect(words.value(0) == 2_000)
    #expect(words.timeEnabled == 2 * millisecond)
  }

  @Test
  func `The members of a group stand still with a disabled leader`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4)
    let leader: Int32 = try kernel.open(1, flags: .disabled)
    let sibling: Int32 = try kernel.open(5, group: leader)
    kernel.advance(by: millisecond)
    try kernel.enable(leader)
    kernel.advance(by: 2 * millisecond)
    try kernel.disable(leader)
    kernel.advance(by: millisecond)
    let words = try #require(try kernel.words(of: leader))
    #expect(words.all == [2, 2 * millisecond, 2 * millisecond, 2_000, 10_000])
    let own = try #require(try kernel.words(of: sibling))
    #expect(own.timeEnabled == 2 * millisecond)
  }

  @Test
  func `The times of a task stand still while it is on no CPU`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 1, cpus: 2)
    let task: SimulatedTask = kernel.currentTask
    let event: Int32 = try kernel.open(3)
    kernel.advance(by: millisecond)
    kernel.run(nil, on: 0)
    kernel.advance(by: 10 * millisecond)
    kernel.run(task, on: 1)
    kernel.advance(by: millisecond)
    let words = try #require(try kernel.words(of: event))
    #expect(words.all == [1, 2 * millisecond, 2 * millisecond, 6_000])
  }

  @Test
  func `An event bound to a CPU waits while the task runs elsewhere`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 1, cpus: 2)
    let task: SimulatedTask = kernel.currentTask
    let here: Int32 = try kernel.open(3, target: EventTarget(task: 0, cpu: 0))
    let there: Int32 = try kernel.open(3, target: EventTarget(task: 0, cpu: 1))
    kernel.advance(by: 2 * millisecond)
    kernel.run(task, on: 1)
    kernel.advance(by: 3 * millisecond)
    let first = try #require(try kernel.words(of: here))
    let second = try #require(try kernel.words(of: there))
    #expect(first.all == [1, 5 * millisecond, 2 * millisecond, 6_000])
    #expect(second.all == [1, 5 * millisecond, 3 * millisecond, 9_000])
  }

  @Test
  func `What was inherited is counted with its parent, also after its end`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4, cpus: 2)
    let event: Int32 = try kernel.open(2, flags: .inherit)
    let child: SimulatedTask = kernel.start(from: kernel.currentTask)
    kernel.run(child, on: 1)
    kernel.advance(by: 3 * millisecond)
    #expect(try kernel.words(of: event)?.all == [1, 6 * millisecond, 6 * millisecond, 12_000])
    let grandchild: SimulatedTask = kernel.start(from: child)
    kernel.end(child)
    kernel.run(grandchild, on: 1)
    kernel.advance(by: millisecond)
    #expect(try kernel.words(of: event)?.all == [1, 8 * millisecond, 8 * millisecond, 16_000])
    kernel.end(grandchild)
    #expect(try kernel.words(of: event)?.value(0) == 16_000)
    kernel.close(event)
    #expect(kernel.openDescriptors.isEmpty)
  }

  @Test
  func `Only threads inherit events that are for threads`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4, cpus: 3)
    let event: Int32 = try kernel.open(1, flags: [.inherit, .inheritThread])
    let thread: SimulatedTask = kernel.start(from: kernel.currentTask)
    let process: SimulatedTask = kernel.start(from: kernel.currentTask, isThread: false)
    kernel.run(thread, on: 1)
    kernel.run(process, on: 2)
    kernel.advance(by: millisecond)
    #expect(try kernel.words(of: event)?.value(0) == 2_000)
  }

  @Test
  func `An event may wait for the next program of its task`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 4)
    let event: Int32 = try kernel.open(1, flags: [.disabled, .enableOnExec])
    kernel.advance(by: millisecond)
    kernel.execute(kernel.currentTask)
    kernel.advance(by: millisecond)
    #expect(try kernel.words(of: event)?.all == [1, millisecond, millisecond, 1_000])
  }

  @Test
  func `Software events count run time, switches and migrations`() throws {
    let kernel: SimulatedKernel = synthetic(counters: 1, cpus: 2)
    let task: SimulatedTask = kernel.currentTask
    let clock: Int32 = try kernel.open(1, type: .software)
    let switches: Int32 = try kernel.open(3, group: clock, type: .software)
    _ = try kernel.open(4, group: clock, type: .software)
    for cpu in [1, 0, 1] {
      kernel.advance(by: millisecond)
      kernel.run(nil, on: 1 - cpu)
      kernel.run(task, on: cpu)
    }
    let words = try #require(try kernel.words(of: clock))
    #expect(words.all == [3, 3 * millisecond, 3 * millisecond, 3 * millisecond, 3, 3])
    kernel.close(switches)
  }
}
