/// Reads a formula of PAPI: words between bars, an operator after its two values.
struct PostfixFormulaParser {
  let bytes: [UInt8]
  var builder = MetricExpressionBuilder()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func parse() throws(MetricError) -> MetricExpression {
    var place: Int = 0
    while place < bytes.count {
      let end: Int = bytes[place...].firstIndex(of: UInt8(ascii: "|")) ?? bytes.count
      try take(bytes[place..<end].trimmed.indices)
      place = end + 1
    }
    guard builder.height > 0 else { throw failure(.empty, at: 0) }
    guard builder.height == 1 else { throw failure(.missingOperator, at: bytes.count) }
    return MetricExpression(builder)
  }

  private mutating func take(_ word: Range<Int>) throws(MetricError) {
    guard let first = word.first else { return }
    if word.count == 1, let operation = Self.operation(bytes[first]) {
      guard builder.append(operation) else { throw failure(.missingOperand, at: first) }
    } else if word.count == 1, bytes[first] == UInt8(ascii: "#") {
      builder.append(literal: .maximumClockFrequency)
    } else if NumberText.isDigit(bytes[first]) || bytes[first] == UInt8(ascii: ".") {
      guard let number = NumberText.decimalFraction(bytes[word]) else {
        throw unexpected(word)
      }
      builder.append(number: number)
    } else {
      let isName: Bool = bytes[word].allSatisfy { NameCharacters.isLetterOrDigit($0) || $0 == 0x5f }
      guard isName else { throw unexpected(word) }
      builder.append(.name, text: String(decoding: bytes[word], as: UTF8.self))
    }
  }

  private static func operation(_ byte: UInt8) -> MetricOperation? {
    switch byte {
    case UInt8(ascii: "+"): .add
    case UInt8(ascii: "-"): .subtract
    case UInt8(ascii: "*"): .multiply
    case UInt8(ascii: "/"): .divide
    case UInt8(ascii: "%"): .remainder
    default: nil
    }
  }

  private func unexpected(_ word: Range<Int>) -> MetricError {
    let text = String(decoding: bytes[word].prefix(80), as: UTF8.self)
    return failure(.unexpectedCharacter(text), at: word.lowerBound)
  }

  private func failure(_ problem: MetricProblem, at position: Int) -> MetricError {
    MetricError(bytes: bytes, position: position, problem: problem)
  }
}
