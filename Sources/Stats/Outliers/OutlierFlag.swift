/// A value that a detector finds suspicious, with what would have been normal.
///
/// A flag is a reason to look, not to delete: robust summaries already stand up
/// to the value.
public struct OutlierFlag<Value: SampleValue>: Hashable, Sendable {
  /// The position of the value in the order in which values were given.
  public let index: Int

  /// The suspicious value.
  public let value: Value

  /// The distance from the centre in units of the scale, negative below it.
  public let score: Double

  /// The range in which the value would not have been flagged.
  public let normal: ClosedRange<Double>

  /// The detector and its version.
  public let method: MethodIdentity
}

extension OutlierFlag: CustomStringConvertible {
  /// One sentence with the value, the normal range and the detector.
  public var description: String {
    "Value \(index) is \(value), outside of \(normal.lowerBound) to \(normal.upperBound)"
      + " (\(method), score \(score))."
  }
}
