/// A reason why a statistic cannot be formed.
public enum StatsError: Error, Hashable, Sendable {
  /// There are no values.
  case noValues
  /// The value at this position is not a number or infinite.
  case notFinite(index: Int, value: Double)
  /// The value at this position has to be greater than 0.
  case notPositive(index: Int, value: Double)
  /// The probability lies outside 0 and 1, or on one of them where they have no meaning.
  case invalidProbability(Double)
  /// The confidence level does not lie strictly between 0 and 1.
  case invalidConfidenceLevel(Double)
  /// The setting of a detector has to be finite and not negative.
  case invalidSetting(name: String, value: Double)
  /// Two series that belong together in pairs differ in length.
  case unequalCounts(first: Int, second: Int)
  /// The number of values would exceed 2^63 - 1.
  case tooManyValues
}

extension StatsError: CustomStringConvertible {
  /// One sentence that says what is wrong.
  public var description: String {
    switch self {
    case .noValues:
      "There are no values."
    case .notFinite(let index, let value):
      "Value \(index) is \(value); only finite numbers have statistics."
    case .notPositive(let index, let value):
      "Value \(index) is \(value); a ratio needs values greater than 0."
    case .invalidProbability(let probability):
      "The probability \(probability) is not between 0 and 1."
    case .invalidConfidenceLevel(let level):
      "The confidence level \(level) is not between 0 and 1; 0.95 is usual."
    case .invalidSetting(let name, let value):
      "The setting \(name) is \(value); it has to be finite and not negative."
    case .unequalCounts(let first, let second):
      "Pairs need equally many values, but there are \(first) and \(second)."
    case .tooManyValues:
      "There are more than 2^63 - 1 values."
    }
  }
}
