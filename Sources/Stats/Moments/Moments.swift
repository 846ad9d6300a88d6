/// Accurate moments of floating-point numbers.
///
/// Blocks of values go through a corrected two-pass sum in cache
/// (doi:10.1080/00031305.1983.10483115) and are merged pairwise with mean and
/// sum of squared deviations in twice the precision, so that results do not
/// suffer from a large mean, a poor first value or a great number of values.
/// Powers of two keep squares of very large and very small numbers in range.
/// Another order of the values or another split changes results by about
/// 1e-15 of themselves.
public struct Moments: MomentAccumulator {
  /// The number of values.
  public private(set) var count: Int = 0
  /// The mean of the values divided by 2^`scale`.
  private var center: DoubleDouble = DoubleDouble(0)
  /// The sum of squared deviations from `center`, divided by 4^`scale`.
  private var squares: DoubleDouble = DoubleDouble(0)
  /// One of the exponents of ``Scale``.
  private var scale: Int = 0

  /// Creates moments of no values.
  public init() {}

  init(count: Int, center: DoubleDouble, squares: Double, scale: Int) {
    self.count = count
    self.center = center
    self.squares = DoubleDouble(squares)
    self.scale = scale
  }

  /// The arithmetic mean, missing when there are no values.
  public var mean: Double? {
    count == 0 ? nil : Scale.apply(scale, to: center.high + center.low)
  }

  /// The variance with divisor n - 1, missing below two values.
  ///
  /// Infinite when it exceeds the range of binary64; the standard deviation is
  /// still right then.
  public var variance: Double? {
    scaledVariance.map { Scale.apply(scale, to: Scale.apply(scale, to: $0)) }
  }

  /// The standard deviation with divisor n - 1, missing below two values.
  public var standardDeviation: Double? {
    scaledVariance.map { Scale.apply(scale, to: $0.squareRoot()) }
  }

  private var scaledVariance: Double? {
    count < 2 ? nil : (squares.high + squares.low) / Double(count - 1)
  }

  /// Adds a value.
  ///
  /// - Throws: ``StatsError/notFinite(index:value:)`` when the value is not
  ///   finite, or ``StatsError/tooManyValues`` when the count would exceed
  ///   2^63 - 1; the moments are then unchanged.
  public mutating func add(_ value: Double) throws(StatsError) {
    guard value.isFinite else { throw .notFinite(index: 0, value: value) }
    let scale = Scale.fitting(value.magnitude)
    try merge(
      Moments(
        count: 1, center: DoubleDouble(Scale.apply(-scale, to: value)), squares: 0, scale: scale))
  }

  /// Adds values, faster than one by one.
  ///
  /// - Throws: ``StatsError/notFinite(index:value:)`` when a value is not
  ///   finite, or ``StatsError/tooManyValues`` when the count would exceed
  ///   2^63 - 1; the moments are then unchanged.
  /// - Complexity: O(*n*)
  public mutating func add(contentsOf values: [Double]) throws(StatsError) {
    var result = self
    let all = values.span
    var start = 0
    while start < all.count {
      let end = min(start + MomentBlock.size, all.count)
      let block = all.extracting(start..<end)
      guard let moments = MomentBlock.moments(of: block) else {
        for index in start..<end where !values[index].isFinite {
          throw .notFinite(index: index, value: values[index])
        }
        return
      }
      try result.merge(moments)
      start = end
    }
    self = result
  }

  /// Adds all values that other moments have seen.
  ///
  /// - Throws: ``StatsError/tooManyValues`` when the count would exceed
  ///   2^63 - 1; the moments are then unchanged.
  public mutating func merge(_ other: Moments) throws(StatsError) {
    let (total, overflow) = count.addingReportingOverflow(other.count)
    if overflow { throw .tooManyValues }
    if other.count == 0 { return }
    if count == 0 {
      self = other
      return
    }
    var large = self
    var small = other
    if small.count > large.count { swap(&large, &small) }
    let scale = max(large.scale, small.scale)
    large.rescale(to: scale)
    small.rescale(to: scale)
    let share = Double(small.count) / Double(total)
    let distance = small.center - large.center
    let between = distance.high * distance.high * (Double(large.count) * share)
    large.center = large.center + distance * share
    large.squares = large.squares + small.squares + DoubleDouble(between)
    large.count = total
    self = large
  }

  private mutating func rescale(to newScale: Int) {
    if newScale == scale { return }
    let down = scale - newScale
    center.high = Scale.apply(down, to: center.high)
    center.low = Scale.apply(down, to: center.low)
    squares.high = Scale.apply(down, to: Scale.apply(down, to: squares.high))
    squares.low = Scale.apply(down, to: Scale.apply(down, to: squares.low))
    scale = newScale
  }
}
