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

  init(
    benchmark: Benchmark, peer: String, limit: Limit?, quantity: Quantity,
    pairs: [(ours: Double, peer: Double)]
  ) throws {
    self.benchmark = benchmark.name
    ours = benchmark.ours.name
    self.peer = peer
    self.quantity = quantity
    self.limit = limit
    unit = quantity == .peakMemory ? "MiB" : benchmark.unit.name
    let scale: Double = quantity == .peakMemory ? 1 / 1_048_576 : 1 / benchmark.unit.nanoseconds
    ourMedian = try Sample(pairs.map(\.ours)).median * scale
    peerMedian = try Sample(pairs.map(\.peer)).median * scale
    ratio = try PairedRatio(of: pairs.map(\.ours), over: pairs.map(\.peer))
  }

  /// Whether the limit is kept, as far as the interval tells.
  var verdict: Limit.Verdict? {
    limit?.verdict(lower: ratio.interval.lower, upper: ratio.interval.upper)
  }

  /// What was compared and how it ended, in one sentence.
  var summary: String {
    let interval = [ratio.interval.lower, ratio.interval.upper].compactMap { $0 }
    return "\(benchmark), \(quantity.rawValue): the ratio to \(peer) is \(ratio.median), "
      + "in \(interval) with certainty \(ratio.interval.coverage), beyond the limit"
  }
}
