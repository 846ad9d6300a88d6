internal import Glibc

/// Returns a number with a fixed number of decimals, and a point between them.
///
/// Numbers beyond 2^63 and those that are not finite come in their short form.
public func decimalText(_ value: Double, places: Int) -> String {
  var factor: Double = 1
  for _ in 0..<places { factor *= 10 }
  let scaled: Double = (value * factor).rounded()
  guard let digits = Int64(exactly: scaled) else { return "\(value)" }
  let text = String(digits.magnitude)
  let padded: String = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
  let sign: String = digits < 0 ? "-" : ""
  if places == 0 { return sign + padded }
  return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
}

/// Returns a whole number with a comma between each three digits.
public func groupedText(_ value: UInt64) -> String {
  var result: String = ""
  for (index, digit) in String(value).enumerated().reversed() {
    result.insert(digit, at: result.startIndex)
    let places: Int = String(value).count - index
    if places % 3 == 0 && index > 0 { result.insert(",", at: result.startIndex) }
  }
  return result
}

/// Whether standard error is a terminal, where progress is welcome.
public func standardErrorIsTerminal() -> Bool {
  isatty(STDERR_FILENO) == 1
}
