import Counting
import KernelSimulator
import PerfEvent
import Testing

@Suite("Counting on a simulated machine")
struct SimulatedCountingTests {
  @Test func `The example of the documentation counts what passes`() throws {
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 2, pmus: [.core(counters: 4)]))
    let cycles = try Counter("cycles", kernel: kernel)
    try cycles.enable()
    kernel.advance(by: 5_000_000)
    #expect(try cycles.read() == .exact(5000))
  }

  @Test func `More events than counters are scaled, each from its share`() throws {
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 1, pmus: [.synthetic(counters: 2)]))
    let session = try CountingSession(
      "r1,r2,r3,r4", target: .thisThread, unsupported: .fail, kernel: kernel)
    try session.enable()
    kernel.advance(by: 400_000_000)
    for (place, count) in try session.counts().enumerated() {
      guard case .scaled(let value, let share) = count.count else {
        Issue.record("\(count)")
        continue
      }
      #expect(abs(value / Double(400_000 * (place + 1)) - 1) < 1e-3)
      #expect(abs(share - 0.5) < 0.05)
    }
  }

  @Test func `An event that a pinned one keeps away is not counted, and says so`() throws {
    let kernel = SimulatedKernel(SimulatedMachine(cpus: 1, pmus: [.synthetic(counters: 1)]))
    let pinned = try Counter("r1:D", kernel: kernel)
    try pinned.enable()
    let other = try Counter("r2", kernel: kernel)
    try other.enable()
    kernel.advance(by: 20_000_000)
    #expect(try pinned.read() == .exact(20_000))
    guard case .notCounted = try other.read() else {
      Issue.record("\(try other.read())")
      return
    }
  }
}
