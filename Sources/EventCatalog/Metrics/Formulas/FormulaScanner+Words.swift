extension FormulaScanner {
  /// A number, a name or a keyword of perf's language.
  ///
  /// The longest reading wins and a number before a name of the same length, so that
  /// names may begin with a digit.
  mutating func wordOfPerf() throws(MetricError) -> FormulaToken {
    let from: Int = position
    let endOfNumber: Int = NameCharacters.endOfPerfNumber(bytes, from: from) ?? from
    let (end, isPlain): (Int, Bool) = endOfPerfName(from: from)
    if endOfNumber >= end, endOfNumber > from {
      position = endOfNumber
      return .number(try number(from: from))
    }
    guard end > from else { throw unexpected(at: from) }
    position = end
    if isPlain {
      let word = String(decoding: bytes[from..<end], as: UTF8.self)
      if word == "if" { return .if }
      if word == "else" { return .else }
      return word == "NaN" ? .number(.nan) : .name(word)
    }
    return .name(unescapedName(from: from))
  }

  /// Where a name of perf's language ends, and whether it is written as it is meant.
  ///
  /// Files of the kernel also hold an equals sign without its escape.
  private func endOfPerfName(from: Int) -> (end: Int, isPlain: Bool) {
    var end: Int = from
    var isPlain: Bool = true
    while end < bytes.count {
      let byte: UInt8 = bytes[end]
      if byte == UInt8(ascii: "\\"), end + 1 < bytes.count {
        end += 2
        // The rest of a character of several bytes belongs to the escape as well.
        while self.byte(at: end) & 0xc0 == 0x80 { end += 1 }
        isPlain = false
      } else if NameCharacters.isOfPerf(byte) || (byte == UInt8(ascii: "=") && end > from) {
        end += 1
        if byte == UInt8(ascii: "@") { isPlain = false }
      } else {
        break
      }
    }
    return (end, isPlain)
  }

  /// The name up to the position as it is meant: escapes gone, slashes for at signs.
  private func unescapedName(from: Int) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(position - from)
    var place: Int = from
    while place < position {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 1
        name.append(bytes[place])
      } else {
        name.append(bytes[place] == UInt8(ascii: "@") ? UInt8(ascii: "/") : bytes[place])
      }
      place += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// A number, a name or a keyword of perfmon's and LIKWID's languages.
  ///
  /// Metrics of perfmon may have names that begin with a digit, such as `4K_Aliasing`.
  mutating func word(_ first: UInt8) throws(MetricError) -> FormulaToken {
    let from: Int = position
    var end: Int = from
    while isOfName(byte(at: end)) { end += 1 }
    if let endOfNumber = NumberText.endOfFraction(bytes, from: from),
      endOfNumber >= end || language == .likwid
    {
      position = endOfNumber
      return .number(try number(from: from))
    }
    guard NameCharacters.isLetterOrDigit(first) || first == UInt8(ascii: "_") else {
      if first == UInt8(ascii: "^") { throw failure(.unsupportedOperator("^")) }
      throw unexpected(at: from)
    }
    position = end
    let word = String(decoding: bytes[from..<position], as: UTF8.self)
    if language == .likwid {
      switch word {
      case "time": return .literal(MetricLiteral.durationInSeconds.name)
      case "inverseClock": return .literal(MetricLiteral.secondsPerCycle.name)
      default: return .name(word)
      }
    }
    if word == "if" { return .if }
    if word == "else" { return .else }
    // Names of metrics end in their unit, which is no call of a function.
    let unit: [UInt8] = Array("(%)".utf8)
    guard bytes[position...].starts(with: unit) else { return .name(word) }
    position += unit.count
    return .name(word + "(%)")
  }

  private func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "="): true
    default: NameCharacters.isLetterOrDigit(byte)
    }
  }

  /// The value of the number up to the position.
  private func number(from: Int) throws(MetricError) -> Double {
    guard let value = NumberText.decimalFraction(bytes[from..<position]) else {
      throw unexpected(at: from)
    }
    return value
  }
}
