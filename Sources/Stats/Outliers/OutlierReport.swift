/// What a detector found in a sample, and the yardstick that it used.
public struct OutlierReport<Value: SampleValue>: Hashable, Sendable {
  /// The suspicious values, in the order in which values were given.
  public let flags: [OutlierFlag<Value>]

  /// The point from which distances are measured.
  public let center: Double

  /// The distance that counts as one unit, an estimate of the standard
  /// deviation; 0 when there is none.
  public let scale: Double

  /// Where the unit of distance comes from.
  public let scaleSource: OutlierScaleSource

  /// The range outside of which values are flagged.
  ///
  /// It is the whole number line when no scale could be found.
  public let normal: ClosedRange<Double>

  /// The detector and its version.
  public let method: MethodIdentity
}
