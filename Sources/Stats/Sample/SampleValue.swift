/// A number that samples can consist of: a 64-bit count or a floating-point number.
///
/// Conforming types of your own are not supported.
public protocol SampleValue: Comparable, Hashable, Sendable {
  /// The accumulator of moments that suits this kind of number.
  associatedtype Accumulator: MomentAccumulator where Accumulator.Value == Self

  /// The values in ascending order; throws when one is not finite.
  static func _sorted(_ values: [Self]) throws(StatsError) -> [Self]

  /// The nearest floating-point number.
  var _double: Double { get }

  /// The point that lies `fraction` of the way from `lower` to `upper`, with
  /// `fraction` from 0 to 1, rounded once.
  static func _interpolate(_ lower: Self, _ upper: Self, _ fraction: Double) -> Double

  /// The distance of a value from the point in the middle of two others.
  static func _deviation(_ value: Self, _ lowerCenter: Self, _ upperCenter: Self) -> Double

  /// The middle of the order statistics at two positions of the absolute
  /// deviations from the median.
  static func _deviationStatistic(_ sorted: [Self], _ lower: Int, _ upper: Int) -> Double

  /// The least difference of two different values: 1 for counts, 0 for
  /// floating-point numbers.
  static var _resolution: Double { get }
}
