import Glibc
import KernelSimulator
import PerfEvent

/// The shares that this machine's kernel gives to groups, beside the simulator's.
enum RotationComparison {
  static let counters: Int = 4
  static let milliseconds: Int = 600

  static var mixes: [GroupMix] {
    var all: [GroupMix] = [
      GroupMix([1, 1, 1, 1, 1, 1, 1, 1]), GroupMix([Int](repeating: 1, count: 12)),
      GroupMix([3, 2, 4, 1]), GroupMix([1, 4, 2, 3]), GroupMix([4, 1]), GroupMix([1, 4]),
      GroupMix([2, 2, 2]), GroupMix([3, 3, 3]), GroupMix([4, 4, 4]), GroupMix([3, 1, 3, 1]),
      GroupMix([1, 2, 3, 4]), GroupMix([2, 3, 2, 3]), GroupMix([3, 2]), GroupMix([1, 1, 1, 1, 1]),
      GroupMix(groups: [.init(size: 1, isPinned: true), .init(size: 4), .init(size: 1)]),
      GroupMix(
        groups: [.init(size: 2, isPinned: true)] + [1, 2, 1, 2].map { .init(size: $0) }),
      GroupMix(groups: [.init(size: 1, mask: 1), .init(size: 1, mask: 1), .init(size: 1, mask: 1)]),
      GroupMix(groups: [.init(size: 1, isExclusive: true), .init(size: 2), .init(size: 1)]),
      GroupMix(groups: [
        .init(size: 2, isCPUWide: true), .init(size: 3), .init(size: 1), .init(size: 2),
      ]),
      GroupMix(groups: [
        .init(size: 2, isPinned: true, isCPUWide: true), .init(size: 3), .init(size: 1),
      ]),
    ]
    var state: UInt64 = 20
    func random(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<16 {
      var groups: [GroupMix.Group] = []
      for _ in 0..<(2 + random(6)) {
        var group = GroupMix.Group(size: 1 + random(4))
        if group.size == 1, random(3) == 0 { group.mask = UInt64(1 + random(15)) }
        group.isPinned = random(10) == 0
        group.isCPUWide = random(5) == 0
        groups.append(group)
      }
      all.append(GroupMix(groups: groups))
    }
    return all
  }

  static func run(into report: inout Report) {
    for mix in mixes {
      do throws(Errno) {
        let real: [GroupWords?] = try measure(mix)
        let simulated: [GroupWords?] = try simulate(mix)
        compare(mix, real, simulated, &report)
      } catch {
        report.add(false, "\(mix): \(error)")
      }
    }
  }

  private static func measure(_ mix: GroupMix) throws(Errno) -> [GroupWords?] {
    let kernel = LinuxKernel()
    let leaders: [Int32] = try mix.open(on: kernel)
    spin(milliseconds)
    let words: [GroupWords?] = leaders.map { GroupWords($0, kernel) }
    for leader in leaders { kernel.close(leader) }
    // Members stay open otherwise; their descriptors follow their leader's.
    for descriptor in (leaders.min() ?? 3)..<256 { kernel.close(descriptor) }
    return words
  }

  private static func simulate(_ mix: GroupMix) throws(Errno) -> [GroupWords?] {
    var machine = SimulatedMachine(cpus: 1, pmus: [.synthetic(counters: counters)])
    machine.rules = .sharedByHardware
    let kernel = SimulatedKernel(machine)
    let leaders: [Int32] = try mix.open(on: kernel)
    kernel.advance(by: UInt64(milliseconds) * 1_000_000)
    return leaders.map { GroupWords($0, kernel) }
  }

  private static func compare(
    _ mix: GroupMix, _ real: [GroupWords?], _ simulated: [GroupWords?], _ report: inout Report
  ) {
    var isEqual: Bool = true
    var text: [String] = []
    for (first, second) in zip(real, simulated) {
      guard let first, let second else {
        isEqual = isEqual && first == nil && second == nil
        text.append("\(first == nil ? "-" : "?")/\(second == nil ? "-" : "?")")
        continue
      }
      isEqual = isEqual && abs(first.share - second.share) <= 0.02
      // A share of a few microseconds tells nothing of the rate.
      if first.share > 0.01, let rate = first.scaledRate {
        isEqual = isEqual && abs(rate - 10) <= 0.2
      }
      text.append("\(permille(first.share))/\(permille(second.share))")
    }
    report.add(isEqual, "shares of \(mix): real/simulated \(text.joined(separator: " "))")
  }

  private static func permille(_ share: Double) -> Int { Int((share * 1000).rounded()) }

  private static func spin(_ milliseconds: Int) {
    let end: UInt64 = processorTime() + UInt64(milliseconds) * 1_000_000
    while processorTime() < end {
      for _ in 0..<100 { _ = getpid() }
    }
  }

  private static func processorTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
