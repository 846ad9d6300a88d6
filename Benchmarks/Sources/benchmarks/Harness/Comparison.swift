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
  let ratio: RatioEstimate
  let limit: Double?
  let rounds: Int

  init(
    benchmark: Benchmark, peer: String, limit: Double?, quantity: Quantity,
    pairs: [(ours: Double, peer: Double)]
  ) {
    self.benchmark = benchmark.name
    ours = benchmark.ours.name
    self.peer = peer
    self.quantity = quantity
    unit = quantity == .peakMemory ? "MiB" : benchmark.unit.name
    let scale: Double = quantity == .peakMemory ? 1 / 1_048_576 : 1 / benchmark.unit.nanoseconds
    ourMedian = RatioEstimate.median(of: pairs.map(\.ours)) * scale
    peerMedian = RatioEstimate.median(of: pairs.map(\.peer)) * scale
    ratio = RatioEstimate(pairs: pairs)
    self.limit = limit
    rounds = pairs.count
  }

  /// Whether the limit is kept, as far as the interval tells.
  var verdict: Verdict? {
    guard let limit else { return nil }
    if ratio.upper <= limit { return .kept }
    return ratio.lower > limit ? .exceeded : .undecided
  }

  /// What the interval says about a limit.
  enum Verdict: String {
    case kept
    case exceeded
    case undecided
  }
}
