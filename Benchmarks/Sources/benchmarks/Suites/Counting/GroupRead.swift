import CPeers
import Counting

/// One read of a group of six software events.
enum GroupRead {
  static let name = "read a group of 6 software events"

  static func make(_: Inputs) throws -> Benchmark {
    let ours = try RunningGroup(CounterGroup(SoftwareEvents.names))
    let leader: Int32 = try SoftwareEvents.openPeer()
    return Benchmark(
      name: name,
      unit: .nanosecond,
      races: [
        Race(
          ours: .loop("CounterGroup.read(into:)") { times in try ours.read(times: times) },
          peer: .loop("read(2) in C") { times in
            try SoftwareEvents.check(peer_read_group(leader, UInt64(times)))
          },
          limit: .atMost(1.05))
      ])
  }

  /// A running group, shared by the runs of the loop.
  private final class RunningGroup {
    private let group: CounterGroup

    init(_ group: consuming CounterGroup) throws {
      try group.enable()
      self.group = group
    }

    /// Reads again and again into one reading, as a user's loop does.
    func read(times: Int) throws {
      var reading: Reading = try group.read()
      var sum: UInt64 = 0
      for _ in 0..<times {
        try group.read(into: &reading)
        for member in 0..<reading.memberCount { sum &+= reading.value(of: member) }
      }
      guard sum != 0 else { throw BenchmarkError("the group counted nothing") }
    }
  }
}
