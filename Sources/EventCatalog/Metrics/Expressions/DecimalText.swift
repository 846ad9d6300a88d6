/// Numbers as they stand in the tables that perf generates.
///
/// Digits are no more than needed to read the same number again, without zeros at the
/// end, and the exponent of a large or a small number is a multiple of three.
enum DecimalText {
  static func text(of number: Double) -> String {
    guard number.isFinite else {
      if number.isNaN { return "NaN" }
      // Too large for a number, so that it is read as infinite again.
      return number < 0 ? "-1e999" : "1e999"
    }
    let sign: String = number.sign == .minus ? "-" : ""
    guard number != 0 else { return "\(sign)0" }
    if let whole = Int64(exactly: number.magnitude), whole % 10 != 0, whole < 1 << 53 {
      return "\(sign)\(whole)"
    }
    let (digits, exponent): ([UInt8], Int) = shortest(number.magnitude)
    return sign + engineering(digits, exponent)
  }

  /// The significant digits, and the exponent of the last one.
  private static func shortest(_ number: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent: Int = 0
    var isFraction: Bool = false
    let bytes = Array("\(number)".utf8)
    var place: Int = 0
    while place < bytes.count, bytes[place] != UInt8(ascii: "e") {
      if bytes[place] == UInt8(ascii: ".") {
        isFraction = true
      } else {
        if !digits.isEmpty || bytes[place] != UInt8(ascii: "0") { digits.append(bytes[place]) }
        if isFraction { exponent -= 1 }
      }
      place += 1
    }
    if place < bytes.count {
      exponent += Int(String(decoding: bytes[(place + 1)...], as: UTF8.self)) ?? 0
    }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    return (digits, exponent)
  }

  private static func engineering(_ digits: [UInt8], _ exponent: Int) -> String {
    let left: Int = exponent + digits.count
    let isPlain: Bool = exponent <= 0 && left > -6
    // The remainder must not be negative for the exponents of small numbers.
    let point: Int = isPlain ? left : ((left - 1) % 3 + 3) % 3 + 1
    var text: String
    if point <= 0 {
      text = "0." + String(repeating: "0", count: -point) + String(decoding: digits, as: UTF8.self)
    } else if point >= digits.count {
      let zeros = String(repeating: "0", count: point - digits.count)
      text = String(decoding: digits, as: UTF8.self) + zeros
    } else {
      let whole = String(decoding: digits[..<point], as: UTF8.self)
      text = "\(whole).\(String(decoding: digits[point...], as: UTF8.self))"
    }
    if left != point { text += "e\(left - point)" }
    return text
  }
}
