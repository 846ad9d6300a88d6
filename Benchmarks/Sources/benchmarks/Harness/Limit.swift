/// What we accept.
enum Limit {
  /// We may cost at most so many times what the peer costs.
  case atMost(Double)
  /// We want to cost at most so many times what the peer costs; nothing fails if not.
  case aim(Double)
  /// Both measure the same thing, so that the ratio must be near 1.
  case within(ClosedRange<Double>)
  /// We may cost at most so much in the unit of the table, whatever the peer costs.
  case cost(Double)

  /// The smallest value that keeps the limit, or nil if there is none.
  var lower: Double? {
    switch self {
    case .atMost, .aim, .cost: nil
    case .within(let range): range.lowerBound
    }
  }

  /// The largest value that keeps the limit.
  var upper: Double {
    switch self {
    case .atMost(let value), .aim(let value), .cost(let value): value
    case .within(let range): range.upperBound
    }
  }

  /// What an interval says about the limit.
  ///
  /// Noise widens the interval, so that it never makes a limit count as exceeded:
  /// for that the whole interval has to lie beyond.
  ///
  /// - Parameters:
  ///   - lower: The lower end, or nil if there were too few rounds for one.
  ///   - upper: The upper end, likewise.
  /// - Returns: The verdict.
  func verdict(lower: Double?, upper: Double?) -> Verdict {
    guard let lower, let upper else { return .tooFewRounds }
    let isBeyond: Bool = lower > self.upper || upper < self.lower ?? upper
    if isBeyond, case .aim = self { return .missed }
    if isBeyond { return .exceeded }
    let isWithin: Bool = upper <= self.upper && lower >= (self.lower ?? lower)
    return isWithin ? .kept : .undecided
  }

  /// What was found about a limit.
  enum Verdict: String {
    /// The whole interval keeps the limit.
    case kept
    /// The whole interval lies beyond the limit, which is an error.
    case exceeded
    /// The whole interval lies beyond what was only aimed for.
    case missed
    /// The limit lies within the interval.
    case undecided
    /// There is no interval.
    case tooFewRounds = "too few rounds"
  }
}
