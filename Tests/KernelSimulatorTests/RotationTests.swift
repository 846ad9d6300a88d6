import KernelSimulator
import PerfEvent
import Testing

@Suite("Rotation")
struct RotationTests {
  /// Shares that a real kernel gave to groups in an emulated machine with seven counters.
  struct Measurement: CustomStringConvertible, Sendable {
    let sizes: [Int]
    var pinned: Int = 0
    var milliseconds: UInt64 = 4
    let permille: [ClosedRange<Int>]
    var description: String { "\(sizes), \(pinned) pinned, \(milliseconds) ms" }

    init(_ sizes: [Int], pinned: Int = 0, milliseconds: UInt64 = 4, _ permille: [Int]) {
      self.init(sizes, pinned: pinned, milliseconds: milliseconds, permille.map { $0...$0 })
    }

    init(
      _ sizes: [Int], pinned: Int = 0, milliseconds: UInt64 = 4, _ permille: [ClosedRange<Int>]
    ) {
      self.sizes = sizes
      self.pinned = pinned
      self.milliseconds = milliseconds
      self.permille = permille
    }
  }

  static let measurements: [Measurement] = [
    Measurement([Int](repeating: 1, count: 9), [ClosedRange](repeating: 773...786, count: 9)),
    Measurement([3, 2, 4, 1, 5], [200, 400, 399, 599, 399]),
    Measurement([5, 1, 4, 2, 3], [200, 400, 399, 599, 399]),
    Measurement([4, 4, 4], [333, 333, 333]),
    Measurement([7, 1], [500, 499]),
    Measurement([1, 7], [500, 499]),
    Measurement([2, 2, 2, 2, 2], [600, 600, 600, 600, 600]),
    Measurement([6, 2, 6, 2], [249, 253, 250, 246]),
    Measurement([7, 7, 7], [333, 333, 333]),
    Measurement([1, 2, 3, 4, 5, 6, 7], [141, 288, 435, 291, 139, 139, 139]),
    Measurement([4, 3, 4, 3, 4, 3], [333, 333, 333, 333, 333, 333]),
    Measurement([3, 3, 3, 3], [493, 500, 506, 499]),
    Measurement([3, 2, 4, 1, 5], pinned: 2, [200, 400, 199, 399, 199]),
    Measurement([7, 1], pinned: 1, [0, 499]),
    Measurement(
      [Int](repeating: 1, count: 9), pinned: 3, [ClosedRange](repeating: 433...453, count: 9)),
  ]

  @Test(arguments: measurements)
  func `Groups get the shares that a real kernel gives them`(measured: Measurement) throws {
    var pmu: SimulatedPMU = .core(counters: 7)
    pmu.multiplexingInterval = measured.milliseconds * 1_000_000
    var machine = SimulatedMachine(cpus: 1, pmus: [pmu])
    machine.rules = .sharedByHardware
    let kernel = SimulatedKernel(machine)
    for _ in 0..<measured.pinned {
      _ = try kernel.open(
        Self.event(pinned: true), target: .callingThread, group: -1, flags: [])
    }
    var leaders: [Int32] = []
    for size in measured.sizes {
      var attributes: EventAttributes = Self.event(pinned: false)
      attributes.flags.insert(.disabled)
      let leader: Int32 = try kernel.open(
        attributes, target: .callingThread, group: -1, flags: [])
      attributes.flags.remove(.disabled)
      for _ in 1..<size {
        _ = try kernel.open(attributes, target: .callingThread, group: leader, flags: [])
      }
      leaders.append(leader)
    }
    for leader in leaders { try kernel.control(leader, .enable, argument: 0) }
    kernel.advance(by: 150 * 4_000_000)
    for (leader, expected) in zip(leaders, measured.permille) {
      let words: [UInt64] = try Self.words(of: leader, kernel)
      let share = Int((Double(words[2]) / Double(words[1]) * 1000).rounded())
      #expect(share >= expected.lowerBound - 7 && share <= expected.upperBound + 7)
    }
  }

  static func event(pinned: Bool) -> EventAttributes {
    var attributes = EventAttributes(type: .raw, config: 1)
    attributes.readFormat = [.group, .timeEnabled, .timeRunning]
    if pinned { attributes.flags.insert(.pinned) }
    return attributes
  }

  static func words(of descriptor: Int32, _ kernel: SimulatedKernel) throws -> [UInt64] {
    var words: [UInt64] = [UInt64](repeating: 0, count: 64)
    let count: Int = try words.withUnsafeMutableBytes { buffer in
      try kernel.read(descriptor, into: buffer)
    }
    return Array(words.prefix(count / 8))
  }
}
