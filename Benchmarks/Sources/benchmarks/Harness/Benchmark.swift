/// Work done by us and by others.
struct Benchmark {
  /// What `--filter` looks at and the table shows.
  let name: String
  /// How to print the elapsed time of one unit of work.
  let unit: Unit
  /// Our way of doing the work.
  let ours: Contender
  /// Other ways, with what we accept as the ratio of our cost to theirs.
  let peers: [(contender: Contender, limit: Limit?)]

  /// A unit that costs are printed in.
  struct Unit {
    let name: String
    let nanoseconds: Double

    static let nanosecond = Unit(name: "ns", nanoseconds: 1)
    static let millisecond = Unit(name: "ms", nanoseconds: 1e6)
  }

  /// Runs us and each peer in turn and compares.
  ///
  /// A round is us, the peer, the peer, us: whatever changes evenly in time, such
  /// as the clock frequency, weighs on both alike.
  ///
  /// - Parameter rounds: The number of rounds.
  /// - Returns: One comparison for each peer and quantity.
  /// - Throws: What a contender throws.
  func run(rounds: Int) throws -> [Comparison] {
    var comparisons: [Comparison] = []
    for (peer, limit) in peers {
      for _ in 0..<2 { _ = try (ours.run(), peer.run()) }
      var pairs: [(ours: [Measurement], peer: [Measurement])] = []
      for _ in 0..<rounds {
        let first: Measurement = try ours.run()
        let second: Measurement = try peer.run()
        let third: Measurement = try peer.run()
        let fourth: Measurement = try ours.run()
        pairs.append(([first, fourth], [second, third]))
      }
      for quantity in Quantity.allCases {
        let values: [(ours: Double, peer: Double)] = pairs.compactMap { pair in
          let ours: [Double] = pair.ours.compactMap { $0[quantity] }
          let peer: [Double] = pair.peer.compactMap { $0[quantity] }
          guard ours.count == 2, peer.count == 2 else { return nil }
          return ((ours[0] + ours[1]) / 2, (peer[0] + peer[1]) / 2)
        }
        guard !values.isEmpty else { continue }
        comparisons.append(
          try Comparison(
            benchmark: self, peer: peer.name, limit: quantity == .peakMemory ? nil : limit,
            quantity: quantity, pairs: values))
      }
    }
    return comparisons
  }
}
