import Stats

/// Our cost beside a peer's, and their ratio with its interval.
struct Comparison {
  let benchmark: String
  let ours: String
  let peer: String
  let quantity: Quantity
  /// The unit of the two medians.
  let unit: String
  let ourMedian: Double
  let peerMedian: Double
  let ratio: PairedRatio
  let limit: Limit?
  /// Whether the limit is kept, as far as is known.
  let verdict: Limit.Verdict?

  init(
    benchmark: Benchmark, race: Race, quantity: Quantity, pairs: [(ours: Double, peer: Double)]
  ) throws {
    self.benchmark = benchmark.name
    ours = race.ours.name
    peer = race.peer.name
    limit = race.limit
    self.quantity = quantity
    unit = quantity == .ownMemory ? "MiB" : benchmark.unit.name
    let scale: Double = quantity == .ownMemory ? 1 / 1_048_576 : 1 / benchmark.unit.nanoseconds
    ourMedian = try Sample(pairs.map(\.ours)).median * scale
    peerMedian = try Sample(pairs.map(\.peer)).median * scale
    ratio = try PairedRatio(of: pairs.map(\.ours), over: pairs.map(\.peer))
    if case .cost = race.limit {
      let costs: [Double] = pairs.map { $0.ours * scale }
      verdict = race.limit?.verdict(lower: costs.min(), upper: costs.max())
    } else {
      verdict = race.limit?.verdict(
        lower: ratio.interval.lower, upper: ratio.interval.upper)
    }
  }

  /// What was compared and how it ended, in one sentence.
  var summary: String {
    if case .cost(let limit) = limit {
      return
        "\(benchmark), \(quantity.rawValue): it takes \(ourMedian) \(unit), and in every round "
        + "more than the limit of \(limit)"
    }
    let interval = [ratio.interval.lower, ratio.interval.upper].compactMap { $0 }
    return "\(benchmark), \(quantity.rawValue): the ratio to \(peer) is \(ratio.median), "
      + "in \(interval) with certainty \(ratio.interval.coverage), beyond the limit"
  }
}
