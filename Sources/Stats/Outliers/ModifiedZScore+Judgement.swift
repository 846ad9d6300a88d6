extension ModifiedZScore {
  /// The unit of distance of a sample.
  private struct Unit {
    let size: Double
    let source: OutlierScaleSource
  }

  func judge<Value: SampleValue>(_ sample: Sample<Value>) -> OutlierReport<Value> {
    let unit = unit(for: sample)
    let reach = threshold * unit.size
    let isDetermined = unit.source != .undetermined
    let normal =
      isDetermined
      ? max(
        sample.median - reach, -.greatestFiniteMagnitude)...min(
          sample.median + reach, .greatestFiniteMagnitude)
      : -Double.infinity...Double.infinity
    return OutlierReport(
      flags: isDetermined ? flags(in: sample, unit: unit.size, normal: normal) : [],
      center: sample.median,
      scale: unit.size,
      scaleSource: unit.source,
      normal: normal,
      method: method)
  }

  private func unit<Value: SampleValue>(for sample: Sample<Value>) -> Unit {
    let deviation = sample.medianAbsoluteDeviation
    if deviation > 0 {
      let size = min(deviation / 0.6745, .greatestFiniteMagnitude)
      return Unit(size: size, source: .medianAbsoluteDeviation)
    }
    let floor = max(Value._resolution, relativeFloor * sample.median.magnitude)
    // Three quarters of normal values lie within 1.1503 standard deviations.
    let upper = sample.upperQuartileAbsoluteDeviation / 1.1503
    if upper > floor { return Unit(size: upper, source: .upperQuartileDeviation) }
    return Unit(size: floor, source: floor > 0 ? .floor : .undetermined)
  }

  private func flags<Value: SampleValue>(
    in sample: Sample<Value>, unit: Double, normal: ClosedRange<Double>
  ) -> [OutlierFlag<Value>] {
    let sorted = sample.sortedValues
    let count = sorted.count
    let lowerCenter = sorted[(count - 1) / 2]
    let upperCenter = sorted[count / 2]
    func score(_ value: Value) -> Double {
      Value._deviation(value, lowerCenter, upperCenter) / unit
    }
    // Scores rise with the values: two bisections say which ones are flagged.
    let firstNormal = Self.partition(count) { score(sorted[$0]) >= -threshold }
    let firstHigh = Self.partition(count) { score(sorted[$0]) > threshold }
    if firstNormal == 0 && firstHigh == count { return [] }
    var flags: [OutlierFlag<Value>] = []
    for (index, value) in sample.values.enumerated() {
      let isLow = firstNormal > 0 && value <= sorted[firstNormal - 1]
      let isHigh = firstHigh < count && value >= sorted[firstHigh]
      if isLow || isHigh {
        flags.append(
          OutlierFlag(
            index: index, value: value, score: score(value), normal: normal, method: method))
      }
    }
    return flags
  }

  /// The first index from which a condition holds, when it holds from there on.
  private static func partition(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var start = 0
    var end = count
    while start < end {
      let middle = (start + end) / 2
      if holds(middle) {
        end = middle
      } else {
        start = middle + 1
      }
    }
    return start
  }
}
