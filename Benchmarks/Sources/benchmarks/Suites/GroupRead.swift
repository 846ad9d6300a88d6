import CPeers

/// One read of a group of six software events.
enum GroupRead {
  static let name = "read a group of 6 events"

  static func make() throws -> Benchmark {
    let leader: Int32 = peer_open_group()
    return Benchmark(
      name: name, unit: .nanosecond,
      ours: .loop("C2") { times in
        _ = peer_read_group(leader, UInt64(times))
      },
      peers: [
        (
          .loop("read(2) in C") { times in
            _ = peer_read_group(leader, UInt64(times))
          }, 1.05
        )
      ])
  }
}
