/// A running count, mean and variance that never keeps the values.
///
/// Accumulators of parts merge into the accumulator of the whole, so the parts
/// can come from threads, processes, machines or days.
public protocol MomentAccumulator<Value>: Hashable, Sendable {
  /// The kind of number that is accumulated.
  associatedtype Value

  /// Creates an accumulator of no values.
  init()

  /// The number of values.
  var count: Int { get }

  /// The arithmetic mean, missing when there are no values.
  var mean: Double? { get }

  /// The variance with divisor n - 1, missing below two values.
  var variance: Double? { get }

  /// The standard deviation with divisor n - 1, missing below two values.
  var standardDeviation: Double? { get }

  /// Adds a value.
  ///
  /// - Throws: ``StatsError`` when the value is not finite, or when the count
  ///   would exceed 2^63 - 1; the accumulator is then unchanged.
  mutating func add(_ value: Value) throws(StatsError)

  /// Adds values, faster than one by one.
  ///
  /// - Throws: ``StatsError`` when a value is not finite, or when the count
  ///   would exceed 2^63 - 1; the accumulator is then unchanged.
  /// - Complexity: O(*n*)
  mutating func add(contentsOf values: [Value]) throws(StatsError)

  /// Adds all values that another accumulator has seen.
  ///
  /// - Throws: ``StatsError/tooManyValues`` when the count would exceed
  ///   2^63 - 1; the accumulator is then unchanged.
  mutating func merge(_ other: Self) throws(StatsError)
}

extension MomentAccumulator {
  /// Creates an accumulator of values.
  ///
  /// - Throws: ``StatsError/notFinite(index:value:)`` when a value is not
  ///   finite.
  /// - Complexity: O(*n*)
  public init(of values: [Value]) throws(StatsError) {
    self.init()
    try add(contentsOf: values)
  }

  /// The standard error of the mean, missing below two values.
  ///
  /// It holds for independent values only: repetitions that drift or alternate
  /// are less certain than it says.
  public var standardError: Double? {
    standardDeviation.map { $0 / Double(count).squareRoot() }
  }
}
