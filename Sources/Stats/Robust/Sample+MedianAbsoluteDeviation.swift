extension Sample {
  /// The median absolute deviation from the median, unscaled.
  ///
  /// Half of the values lie within this distance of the median. It stands up to
  /// nearly half of the values being wrong; it is 0 when more than half of them
  /// are equal. For counts it is exact and rounded once.
  /// - Complexity: O(log *n*)
  public var medianAbsoluteDeviation: Double {
    Value._deviationStatistic(sortedValues, (count - 1) / 2, count / 2)
  }

  /// The median absolute deviation times 1.4826.
  ///
  /// For normally distributed values it estimates the standard deviation
  /// (doi:10.1016/j.jesp.2013.03.013), yet a few wild values do not move it.
  /// - Complexity: O(log *n*)
  public var scaledMedianAbsoluteDeviation: Double { 1.4826 * medianAbsoluteDeviation }

  /// The absolute deviation from the median that three quarters of the values
  /// do not exceed, unscaled.
  var upperQuartileAbsoluteDeviation: Double {
    // The value of rank ceil(3 n / 4), counted from 1.
    let index = (count / 4) * 3 + (count % 4 * 3 + 3) / 4 - 1
    return Value._deviationStatistic(sortedValues, index, index)
  }
}
