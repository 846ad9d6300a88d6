import KernelSimulator
import PerfEvent

/// A reading of one event or group with its times.
struct Words {
  let all: [UInt64]
  var memberCount: Int { Int(all[0]) }
  var timeEnabled: UInt64 { all[1] }
  var timeRunning: UInt64 { all[2] }
  func value(_ member: Int) -> UInt64 { all[3 + member] }
}

extension SimulatedKernel {
  /// Opens a raw event of a number of events each microsecond, with group and times.
  func open(
    _ rate: UInt64, mask: UInt64 = 0, flags: EventFlags = [], group: Int32 = -1,
    target: EventTarget = .callingThread, type: EventType = .raw
  ) throws(Errno) -> Int32 {
    var attributes = EventAttributes(type: type, config: rate)
    attributes.config1 = mask
    attributes.flags = flags
    attributes.readFormat = [.group, .timeEnabled, .timeRunning]
    return try open(attributes, target: target, group: group, flags: [])
  }

  /// Reads a group; nil if the kernel returns no bytes.
  func words(of descriptor: Int32) throws -> Words? {
    var words: [UInt64] = [UInt64](repeating: 0, count: 512)
    let count: Int = try words.withUnsafeMutableBytes { try read(descriptor, into: $0) }
    return count == 0 ? nil : Words(all: Array(words.prefix(count / 8)))
  }

  func enable(_ descriptor: Int32) throws(Errno) {
    try control(descriptor, .enable, argument: 0)
  }

  func disable(_ descriptor: Int32) throws(Errno) {
    try control(descriptor, .disable, argument: 0)
  }
}

/// A machine with one CPU and a synthetic PMU.
func synthetic(counters: Int, cpus: Int = 1) -> SimulatedKernel {
  SimulatedKernel(SimulatedMachine(cpus: cpus, pmus: [.synthetic(counters: counters)]))
}

let millisecond: UInt64 = 1_000_000
