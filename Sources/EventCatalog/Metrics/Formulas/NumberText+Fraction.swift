extension NumberText {
  /// The value of digits with an optional point and an optional exponent.
  static func decimalFraction(_ bytes: ArraySlice<UInt8>) -> Double? {
    if bytes.count <= 15, bytes.allSatisfy(isDigit) {
      // Every whole number of 15 digits is exact.
      return bytes.isEmpty ? nil : Double(bytes.reduce(0) { $0 * 10 + Int($1 & 0xf) })
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // Numbers without a digit before or behind the point are not known to Swift.
    let point: [Substring] = text.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard point.count == 2 else { return Double(text) }
    return Double("\(point[0].isEmpty ? "0" : point[0])\(fraction(point[1]))")
  }

  /// What stands behind a point, with the point if digits follow on it.
  private static func fraction(_ text: Substring) -> String {
    guard let first = text.utf8.first, isDigit(first) else { return String(text) }
    return ".\(text)"
  }

  /// Where digits with an optional point and exponent end that start at a place.
  ///
  /// It is nil if there are none. The exponent may have a sign.
  static func endOfFraction(_ bytes: [UInt8], from start: Int) -> Int? {
    let isAt: (Int, Unicode.Scalar) -> Bool = {
      $0 < bytes.count && bytes[$0] == UInt8(ascii: $1)
    }
    let afterDigits: (Int) -> Int = { place in
      bytes[min(place, bytes.count)...].firstIndex { !isDigit($0) } ?? bytes.count
    }
    var end: Int = afterDigits(start)
    var digits: Int = end - start
    if isAt(end, ".") {
      let last: Int = afterDigits(end + 1)
      digits += last - end - 1
      end = last
    }
    guard digits > 0 else { return nil }
    guard isAt(end, "e") || isAt(end, "E") else { return end }
    let exponent: Int = isAt(end + 1, "+") || isAt(end + 1, "-") ? end + 2 : end + 1
    let last: Int = afterDigits(exponent)
    return last > exponent ? last : end
  }
}
