import CPeers
import Counting

/// Entering and leaving an empty region that counts six software events.
enum RegionCost {
  static let name = "enter and leave a region of 6 software events"

  static func make(_: Inputs) throws -> Benchmark {
    let counter = try RegionCounter(SoftwareEvents.names)
    let region: Region = counter.region("empty")
    let leader: Int32 = try SoftwareEvents.openPeer()
    return Benchmark(
      name: name,
      unit: .nanosecond,
      races: [
        Race(
          ours: .loop("RegionCounter.enter, leave") { times in
            for _ in 0..<times {
              try counter.enter(region)
              try counter.leave(region)
            }
          },
          peer: .loop("two read(2) in C") { times in
            try SoftwareEvents.check(peer_measure_region(leader, UInt64(times)))
          },
          limit: .atMost(1.05))
      ])
  }
}
