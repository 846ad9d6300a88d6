import KernelSimulator
import PerfEvent

/// Groups that compete for counters.
struct GroupMix: CustomStringConvertible {
  struct Group {
    var size: Int
    var isPinned: Bool = false
    var isExclusive: Bool = false
    /// The counters that can hold each member; 0 for any.
    var mask: UInt64 = 0
    /// Whether the group counts for CPU 0 rather than for the task.
    var isCPUWide: Bool = false
  }

  var groups: [Group]

  var description: String {
    groups.map { group in
      "\(group.size)" + (group.isPinned ? "p" : "") + (group.isExclusive ? "x" : "")
        + (group.mask == 0 ? "" : "m\(group.mask)") + (group.isCPUWide ? "c" : "")
    }.joined(separator: " ")
  }

  init(_ sizes: [Int]) { groups = sizes.map { Group(size: $0) } }

  init(groups: [Group]) { self.groups = groups }

  /// Opens all groups of a kernel, and returns their leaders.
  func open(on kernel: some Kernel) throws(Errno) -> [Int32] {
    var leaders: [Int32] = []
    for group in groups {
      var attributes = EventAttributes(type: .raw, config: 10)
      attributes.config1 = group.mask
      attributes.readFormat = [.group, .timeEnabled, .timeRunning]
      var first: EventAttributes = attributes
      first.flags = .disabled
      if group.isPinned { first.flags.insert(.pinned) }
      if group.isExclusive { first.flags.insert(.exclusive) }
      let target: EventTarget = group.isCPUWide ? .cpu(0) : .callingThread
      let leader: Int32 = try kernel.open(first, target: target, group: -1, flags: [])
      for _ in 1..<group.size {
        _ = try kernel.open(attributes, target: target, group: leader, flags: [])
      }
      leaders.append(leader)
    }
    for leader in leaders { try kernel.control(leader, .enable, argument: 0) }
    return leaders
  }
}

/// What a read of a group returned.
struct GroupWords {
  let words: [UInt64]

  init?(_ leader: Int32, _ kernel: some Kernel) {
    var words: [UInt64] = [UInt64](repeating: 0, count: 64)
    let count: Int? = try? words.withUnsafeMutableBytes { try kernel.read(leader, into: $0) }
    guard let count, count >= 32 else { return nil }
    self.words = Array(words.prefix(count / 8))
  }

  /// The share of the enabled time in which the group was counted.
  var share: Double { words[1] == 0 ? 0 : Double(words[2]) / Double(words[1]) }
  /// The first count, scaled to the enabled time, per microsecond.
  var scaledRate: Double? {
    words[2] == 0 ? nil : Double(words[3]) / Double(words[2]) * 1000
  }
}
