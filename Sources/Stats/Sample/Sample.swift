/// Values of one kind, checked and sorted once, ready for every question that
/// needs their order.
///
/// Nothing is ever deleted from a sample: outliers are flagged, and robust
/// summaries make deletion needless.
public struct Sample<Value: SampleValue>: Sendable {
  /// The values in the order in which they were given.
  public let values: [Value]

  /// The values in ascending order.
  public let sortedValues: [Value]

  init(checking values: [Value]) throws(StatsError) {
    if values.isEmpty { throw .noValues }
    self.values = values
    sortedValues = try Value._sorted(values)
  }

  /// The number of values, at least 1.
  public var count: Int { values.count }

  /// The least value.
  public var minimum: Value { sortedValues[0] }

  /// The greatest value.
  public var maximum: Value { sortedValues[count - 1] }
}

extension Sample where Value == UInt64 {
  /// Creates a sample of counts.
  ///
  /// - Parameter values: The counts, in the order in which they were measured.
  /// - Throws: ``StatsError/noValues`` when there are none.
  /// - Complexity: O(*n*)
  public init(_ values: [UInt64]) throws(StatsError) {
    try self.init(checking: values)
  }
}

extension Sample where Value == Double {
  /// Creates a sample of floating-point numbers.
  ///
  /// - Parameter values: The numbers, in the order in which they were measured.
  /// - Throws: ``StatsError/noValues`` when there are none, or
  ///   ``StatsError/notFinite(index:value:)`` for the first value that is not a
  ///   number or infinite.
  /// - Complexity: O(*n*)
  public init(_ values: [Double]) throws(StatsError) {
    try self.init(checking: values)
  }
}

extension Sample: Equatable {
  /// Tells whether two samples have the same values in the same order.
  public static func == (left: Sample, right: Sample) -> Bool { left.values == right.values }
}
