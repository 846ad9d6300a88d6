import Foundation

/// The number of correct decimal digits, -log10 of the relative error, 15 at
/// most.
func correctDigits(_ value: Double?, _ expected: Double) -> Double {
  guard let value else { return 0 }
  if value == expected { return 15 }
  return min(15, -log10((value - expected).magnitude / expected.magnitude))
}

/// All sequences of a length over some values.
func sequences<Value>(of values: [Value], length: Int) -> [[Value]] {
  if length == 0 { return [[]] }
  return sequences(of: values, length: length - 1).flatMap { start in
    values.map { start + [$0] }
  }
}
