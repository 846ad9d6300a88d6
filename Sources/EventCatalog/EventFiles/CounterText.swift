/// The counters that a field names, such as `0,1,2,3`, `Fixed counter 1` or `FIXED`.
struct CounterText {
  var programmable: CounterSet?
  var fixed: CounterSet?

  /// Reads a field; words that are not understood say nothing.
  init(_ bytes: ArraySlice<UInt8>) {
    for part in bytes.split(separator: UInt8(ascii: ",")) {
      let digits: ArraySlice<UInt8> = part.drop { !NumberText.isDigit($0) }
      let isFixed: Bool = part.contains(UInt8(ascii: "x")) || part.contains(UInt8(ascii: "X"))
      let number: Int? = Self.number(digits)
      if isFixed {
        fixed = (fixed ?? []).union(CounterSet(counter: number ?? 0))
      } else if let number {
        programmable = (programmable ?? []).union(CounterSet(counter: number))
      }
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number: Int = 0
    var hasDigits: Bool = false
    for digit in digits {
      guard NumberText.isDigit(digit) else { break }
      number = min(number * 10 + Int(digit - UInt8(ascii: "0")), 1000)
      hasDigits = true
    }
    return hasDigits ? number : nil
  }
}
