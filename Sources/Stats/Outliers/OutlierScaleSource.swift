/// Where an outlier detector takes its unit of distance from.
public enum OutlierScaleSource: String, Hashable, Sendable {
  /// The median absolute deviation: more than half of the values differ.
  case medianAbsoluteDeviation

  /// The deviation that three quarters of the values do not exceed.
  ///
  /// Used when half of the values are equal, so that the median absolute
  /// deviation is 0, but more than a quarter of them differ.
  case upperQuartileDeviation

  /// The least deviation that matters in practice.
  ///
  /// Used when three quarters of the values are equal, as for deterministic
  /// counts: the sample then has no scale of its own.
  case floor

  /// Nothing: three quarters of the values are 0 and have no resolution.
  ///
  /// No value is flagged then.
  case undetermined
}
