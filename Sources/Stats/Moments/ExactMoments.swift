/// Exact moments of 64-bit counts.
///
/// Sum and sum of squares are kept in 128 and 256 bits and never overflow, for
/// any values. Mean, variance and standard deviation are the binary64 numbers
/// nearest to the exact ones. Neither the order of the values nor the way in
/// which parts are merged changes a single bit.
public struct ExactMoments: MomentAccumulator {
  /// The number of values.
  public private(set) var count: Int
  /// The exact sum of the values.
  public private(set) var sum: UInt128
  private var sumOfSquares: UInt256

  /// Creates moments of no values.
  public init() {
    count = 0
    sum = 0
    sumOfSquares = UInt256(low: 0)
  }

  /// The mean of the values rounded once, missing when there are none.
  public var mean: Double? {
    count == 0
      ? nil : ExactRatio(numerator: UInt256(low: sum), denominator: UInt128(count)).rounded
  }

  /// The variance with divisor n - 1 rounded once, missing below two values.
  public var variance: Double? { exactVariance?.rounded }

  /// The standard deviation with divisor n - 1 rounded once, missing below two
  /// values.
  public var standardDeviation: Double? { exactVariance?.roundedSquareRoot }

  /// The variance as (n Σx² - (Σx)²) / (n (n - 1)).
  private var exactVariance: ExactRatio? {
    if count < 2 { return nil }
    let squares = sumOfSquares.multiplied(by: UInt64(count))
    return ExactRatio(
      numerator: squares &- UInt256(productOf: sum, sum),
      denominator: UInt128(count) * UInt128(count - 1))
  }

  /// Adds a value.
  ///
  /// - Throws: ``StatsError/tooManyValues`` when the count would exceed
  ///   2^63 - 1; the moments are then unchanged.
  public mutating func add(_ value: UInt64) throws(StatsError) {
    count = try Self.total(count, 1)
    sum &+= UInt128(value)
    sumOfSquares = sumOfSquares &+ UInt256(low: UInt128(value) &* UInt128(value))
  }

  /// Adds values, faster than one by one.
  ///
  /// - Throws: ``StatsError/tooManyValues`` when the count would exceed
  ///   2^63 - 1; the moments are then unchanged.
  /// - Complexity: O(*n*)
  public mutating func add(contentsOf values: [UInt64]) throws(StatsError) {
    count = try Self.total(count, values.count)
    let values = values.span
    var start = 0
    while start < values.count {
      let end = min(start + Self.blockSize, values.count)
      addBlock(values.extracting(start..<end))
      start = end
    }
  }

  /// Adds all values that other moments have seen.
  ///
  /// - Throws: ``StatsError/tooManyValues`` when the count would exceed
  ///   2^63 - 1; the moments are then unchanged.
  public mutating func merge(_ other: ExactMoments) throws(StatsError) {
    count = try Self.total(count, other.count)
    sum &+= other.sum
    sumOfSquares = sumOfSquares &+ other.sumOfSquares
  }

  private static func total(_ first: Int, _ second: Int) throws(StatsError) -> Int {
    let (sum, overflow) = first.addingReportingOverflow(second)
    if overflow { throw .tooManyValues }
    return sum
  }

  /// So many products of 32-bit halves fit into 64 bits with room to spare.
  private static var blockSize: Int { 256 }

  /// Adds at most ``blockSize`` values, as offsets from the least of them.
  ///
  /// Counts of one event lie close together: when their offsets fit in 28 bits,
  /// sums of squares of a block fit in 64, and the exact raw sums follow from
  /// Σx² = Σd² + 2mΣd + nm².
  private mutating func addBlock(_ values: Span<UInt64>) {
    var least = values[0]
    var greatest = least
    for index in values.indices {
      let value = values[index]
      least = min(least, value)
      greatest = max(greatest, value)
    }
    if greatest - least < 1 << 28 {
      var offsets: UInt64 = 0
      var squares: UInt64 = 0
      for index in values.indices {
        let offset = values[index] &- least
        offsets &+= offset
        squares &+= offset &* offset
      }
      addOffsets(sum: offsets, squares: squares, least: least, count: values.count)
    } else {
      addWideBlock(values)
    }
  }

  /// Adds a block of any values, the halves of their squares apart: carries
  /// between halves come at random and would cost mispredicted branches.
  private mutating func addWideBlock(_ values: Span<UInt64>) {
    var total: UInt128 = 0
    var lowHalves: UInt128 = 0
    var highHalves: UInt128 = 0
    for index in values.indices {
      let value = values[index]
      let square = value.multipliedFullWidth(by: value)
      total &+= UInt128(value)
      lowHalves &+= UInt128(square.low)
      highHalves &+= UInt128(square.high)
    }
    sum &+= total
    sumOfSquares = sumOfSquares &+ UInt256(low: lowHalves) &+ UInt256(low: highHalves) << 64
  }

  private mutating func addOffsets(sum offsets: UInt64, squares: UInt64, least: UInt64, count: Int)
  {
    let least128 = UInt128(least)
    let count128 = UInt128(count)
    sum &+= UInt128(offsets) + least128 * count128
    let cross = UInt256(low: least128 * UInt128(offsets)) << 1
    let constant = UInt256(low: least128 * least128).multiplied(by: UInt64(count))
    sumOfSquares = sumOfSquares &+ UInt256(low: UInt128(squares)) &+ cross &+ constant
  }
}
