extension PAPIFormula {
  /// A part of a formula's text; parentheses stand in infix order only.
  struct Part {
    var token: Token
    var isParenthesis: Bool = false
  }

  /// The parts of a text, between which bars and blanks mean nothing.
  static func parts(of text: String) -> [Part]? {
    let bytes: [UInt8] = Array(text.utf8)
    var parts: [Part] = []
    var index: Int = 0
    while index < bytes.count, parts.count <= limit {
      let byte: UInt8 = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "N"), UInt8(ascii: "n"):
        guard let number = Int(digits(bytes, from: &index)) else { return nil }
        parts.append(Part(token: .count(number)))
      case UInt8(ascii: "#"): parts.append(Part(token: .clockRate))
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"),
        UInt8(ascii: "%"):
        parts.append(Part(token: .operation(Character(Unicode.Scalar(byte)))))
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        let parenthesis = Token.operation(Character(Unicode.Scalar(byte)))
        parts.append(Part(token: parenthesis, isParenthesis: true))
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        index -= 1
        let number: String = digits(bytes, from: &index, isDecimal: true)
        guard let value = Double(number), value.isFinite else { return nil }
        parts.append(Part(token: .number(number)))
      default: return nil
      }
    }
    return index == bytes.count ? parts : nil
  }

  private static func digits(
    _ bytes: [UInt8], from index: inout Int, isDecimal: Bool = false
  ) -> String {
    let start: Int = index
    while index < bytes.count, index - start < 20,
      NumberText.isDigit(bytes[index]) || isDecimal && bytes[index] == UInt8(ascii: ".")
    {
      index += 1
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Puts infix order into postfix order.
  static func postfix(_ parts: [Part]) -> [Token]? {
    var output: [Token] = []
    var waiting: [Character] = []
    for part in parts {
      guard case .operation(let operation) = part.token else {
        output.append(part.token)
        continue
      }
      switch operation {
      case "(": waiting.append(operation)
      case ")":
        while let last = waiting.last, last != "(" {
          output.append(.operation(last))
          waiting.removeLast()
        }
        guard waiting.popLast() != nil else { return nil }
      default:
        while let last = waiting.last, rank(last) >= rank(operation) {
          output.append(.operation(last))
          waiting.removeLast()
        }
        waiting.append(operation)
      }
    }
    while let last = waiting.popLast() {
      guard last != "(" else { return nil }
      output.append(.operation(last))
    }
    return output
  }

  private static func rank(_ operation: Character) -> Int {
    switch operation {
    case "(": 0
    case "+", "-": 1
    default: 2
    }
  }
}
