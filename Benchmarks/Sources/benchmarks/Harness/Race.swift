/// We and one peer at the same work.
struct Race {
  /// Our way of doing the work.
  let ours: Contender
  /// The other's way.
  let peer: Contender
  /// What we accept as the ratio of our cost to the peer's, or as our cost.
  var limit: Limit?

  /// Runs both in turn and compares.
  ///
  /// A round is us, the peer, the peer, us: whatever changes evenly in time, such
  /// as the clock frequency, weighs on both alike. What takes long is given fewer
  /// rounds, at least as many as an interval needs.
  ///
  /// - Parameters:
  ///   - benchmark: What the work belongs to.
  ///   - effort: How many rounds are wanted.
  /// - Returns: One comparison for each quantity that was measured.
  /// - Throws: What a contender throws.
  func run(of benchmark: Benchmark, effort: Effort) throws -> [Comparison] {
    // What is done for the first time is slow.
    _ = try (ours.run(), peer.run())
    var pairs: [(ours: [Measurement], peer: [Measurement])] = []
    var clock = effort.clock()
    while clock.goesOn() {
      let first: Measurement = try ours.run()
      let second: Measurement = try peer.run()
      let third: Measurement = try peer.run()
      let fourth: Measurement = try ours.run()
      pairs.append(([first, fourth], [second, third]))
    }
    return try Quantity.allCases.compactMap { quantity in
      let values: [(ours: Double, peer: Double)] = pairs.compactMap { pair in
        let ours: [Double] = pair.ours.compactMap { $0[quantity] }
        let peer: [Double] = pair.peer.compactMap { $0[quantity] }
        guard ours.count == 2, peer.count == 2 else { return nil }
        return ((ours[0] + ours[1]) / 2, (peer[0] + peer[1]) / 2)
      }
      guard !values.isEmpty else { return nil }
      return try Comparison(
        benchmark: benchmark, race: self, quantity: quantity, pairs: values)
    }
  }
}
