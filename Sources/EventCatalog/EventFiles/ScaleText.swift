/// A factor and the unit behind it, such as `6.4e-05MiB`, `100%` or `1per_instr`.
struct ScaleText {
  var scale: Double
  var unit: String

  /// Reads the longest number at the start; without one the factor is 1.
  init(_ text: String) {
    let bytes: [UInt8] = Array(text.utf8)
    var end: Int = 0
    end = Self.digits(bytes, from: end, alsoPoint: true)
    if end > 0, end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      var exponent: Int = end + 1
      if exponent < bytes.count, [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(bytes[exponent]) {
        exponent += 1
      }
      let last: Int = Self.digits(bytes, from: exponent, alsoPoint: false)
      if last > exponent { end = last }
    }
    let number: Double? = Double(String(decoding: bytes[..<end], as: UTF8.self))
    scale = number.flatMap { $0.isFinite ? $0 : nil } ?? 1
    unit = String(decoding: bytes[(number == nil ? 0 : end)...], as: UTF8.self)
  }

  private static func digits(_ bytes: [UInt8], from start: Int, alsoPoint: Bool) -> Int {
    var index: Int = start
    while index < bytes.count,
      NumberText.isDigit(bytes[index]) || alsoPoint && bytes[index] == UInt8(ascii: ".")
    {
      index += 1
    }
    return index
  }
}
