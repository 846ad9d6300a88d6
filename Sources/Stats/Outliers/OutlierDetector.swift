/// A rule that says which values of a sample deserve suspicion.
public protocol OutlierDetector: Sendable {
  /// The name and version of the rule.
  var method: MethodIdentity { get }

  /// Judges each value of a sample of counts.
  func report(on sample: Sample<UInt64>) -> OutlierReport<UInt64>

  /// Judges each value of a sample of floating-point numbers.
  func report(on sample: Sample<Double>) -> OutlierReport<Double>
}
