/// The grammar of print formats, as far as libtraceevent is known to survive it.
///
/// libtraceevent crashes on many an expression that is not quite right, so it gets
/// only what passes here: fields that exist, functions that it knows, and
/// constants without a division.
struct PrintFormatGrammar {
  private let bytes: [UInt8]
  private let fields: Set<String>
  private var position: Int = 0
  private var depth: Int = 0
  private var steps: Int = 0
  /// How many lists of constants are open.
  private var braces: Int = 0

  /// The deepest nesting, and the longest chain of operators, that passes.
  private static let mostNested: Int = 48
  private static let mostSteps: Int = 200

  private init(_ text: String, fields: Set<String>) {
    bytes = Array(text.utf8)
    self.fields = fields
  }

  /// Tells whether a print format passes.
  static func accepts(_ text: String, fields: Set<String>) -> Bool {
    var grammar = PrintFormatGrammar(text, fields: fields)
    return grammar.parseAll()
  }

  private mutating func parseAll() -> Bool {
    guard parseStrings() else { return false }
    while take(",") {
      steps = 0
      guard parseExpression() else { return false }
    }
    return peek == nil
  }

  /// An expression: operands with operators between them, which need no ranks here.
  private mutating func parseExpression() -> Bool {
    depth += 1
    defer { depth -= 1 }
    let start = position
    guard depth <= PrintFormatGrammar.mostNested, parseOperand() else { return false }
    while true {
      if take("?") {
        guard parseExpression(), take(":"), parseExpression() else { return false }
        continue
      }
      if take("/") || take("%") {
        guard parseDivisor(of: start..<position) else { return false }
        continue
      }
      guard takeOperator() else { return true }
      steps += 1
      guard steps <= PrintFormatGrammar.mostSteps, parseOperand() else { return false }
    }
  }

  /// An operand behind a division.
  ///
  /// libtraceevent computes constants while it parses, whatever the divisor is. So
  /// the number that is divided has to come from the sample, and the divisor too,
  /// unless it is a number that is not zero.
  private mutating func parseDivisor(of dividend: Range<Int>) -> Bool {
    steps += 1
    let start = position
    guard braces == 0, steps <= PrintFormatGrammar.mostSteps, namesField(dividend),
      parseOperand()
    else { return false }
    let literal = bytes[start..<position].drop { $0 == 32 }
    let digits = literal.prefix { $0.isDigit }
    let isNumber =
      digits.contains { $0 != UInt8(ascii: "0") }
      && literal.dropFirst(digits.count).allSatisfy { "LU".utf8.contains($0) }
    return isNumber || namesField(start..<position)
  }

  private func namesField(_ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).contains("REC->")
  }

  private static let operators: [String] = [
    "<<", ">>", "&&", "||", "==", "!=", "<=", ">=", "+", "-", "*", "&", "|", "^", "<", ">",
  ]

  private mutating func takeOperator() -> Bool {
    PrintFormatGrammar.operators.contains { take($0) }
  }

  private mutating func parseOperand() -> Bool {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PrintFormatGrammar.mostNested, let byte = peek else { return false }
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "~"), UInt8(ascii: "-"):
      position += 1
      return parseOperand()
    case UInt8(ascii: "\""):
      return parseString()
    case UInt8(ascii: "'"):
      return parseCharacter()
    case UInt8(ascii: "("):
      return parseParenthesis()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      _ = takeWord()
      return true
    default:
      return parseWord()
    }
  }

  /// A cast with its operand, or an expression in parentheses.
  private mutating func parseParenthesis() -> Bool {
    let start = position
    position += 1
    var words = 0
    while let byte = peek, byte.isLetter, takeWord() != nil { words += 1 }
    if words > 0 {
      while take("*") {}
      if take(")") {
        // A name alone in parentheses is a constant unless an operand follows.
        guard let next = peek else { return words == 1 }
        let isOperand = next.isLetter || next.isDigit || next == UInt8(ascii: "(")
        let isSigned = words > 1 && "-!~".utf8.contains(next)
        return isOperand || isSigned ? parseOperand() : words == 1
      }
    }
    position = start + 1
    return parseExpression() && take(")")
  }

  private mutating func parseWord() -> Bool {
    guard let byte = peek, byte.isLetter, let word = takeWord() else { return false }
    switch word {
    case "REC":
      guard take("->"), let field = takeWord(), fields.contains(field) else { return false }
      return parseIndex()
    case "__get_str", "__get_rel_str", "__get_bitmask", "__get_rel_bitmask", "__get_cpumask",
      "__get_rel_cpumask", "__get_dynamic_array_len", "__get_rel_dynamic_array_len":
      return parseFieldName()
    case "__get_dynamic_array", "__get_rel_dynamic_array":
      return parseFieldName() && parseIndex()
    case "__print_hex", "__print_hex_str", "__builtin_expect":
      return parseArguments(2)
    case "__print_array":
      return parseArguments(3)
    case "__print_flags":
      return take("(") && parseExpression() && take(",") && parseString() && parseNames()
    case "__print_symbolic":
      return take("(") && parseExpression() && parseNames()
    default:
      // A constant of which only the name is known.
      return peek != UInt8(ascii: "(") && peek.map { !$0.isLetter && !$0.isDigit } ?? true
        && !hasPrefix("->") && peek != UInt8(ascii: "\"") && peek != UInt8(ascii: "[")
    }
  }

  private mutating func parseIndex() -> Bool {
    guard take("[") else { return true }
    return parseExpression() && take("]") && peek != UInt8(ascii: "[")
  }

  private mutating func parseFieldName() -> Bool {
    guard take("("), let field = takeWord(), fields.contains(field) else { return false }
    return take(")")
  }

  private mutating func parseArguments(_ count: Int) -> Bool {
    guard take("(") else { return false }
    for index in 0..<count {
      guard index == 0 || take(","), parseExpression() else { return false }
    }
    return take(")")
  }

  /// Pairs of a constant and its name in braces, up to the closing parenthesis.
  private mutating func parseNames() -> Bool {
    braces += 1
    defer { braces -= 1 }
    var count = 0
    while take(",") {
      steps = 0
      guard take("{"), parseExpression(), take(","), parseName(), take("}") else { return false }
      count += 1
    }
    return count > 0 && take(")")
  }
}

extension PrintFormatGrammar {
  /// The next byte that is no space.
  private var peek: UInt8? {
    mutating get {
      while position < bytes.count, [9, 10, 32].contains(bytes[position]) { position += 1 }
      return position < bytes.count ? bytes[position] : nil
    }
  }

  private mutating func hasPrefix(_ text: String) -> Bool {
    _ = peek
    return bytes[position...].starts(with: text.utf8)
  }

  private mutating func take(_ text: String) -> Bool {
    guard hasPrefix(text) else { return false }
    position += text.utf8.count
    return true
  }

  /// Takes letters, digits and underscores.
  private mutating func takeWord() -> String? {
    _ = peek
    let start = position
    while position < bytes.count, bytes[position].isLetter || bytes[position].isDigit {
      position += 1
    }
    return start < position ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  /// What stands for a constant: texts one behind the other, or a null pointer.
  private mutating func parseName() -> Bool {
    if peek == UInt8(ascii: "\"") { return parseStrings() }
    return take("((void *)0)") || take("0")
  }

  private mutating func parseStrings() -> Bool {
    repeat {
      guard parseString() else { return false }
    } while peek == UInt8(ascii: "\"")
    return true
  }

  /// Takes one plain character in single quotes.
  private mutating func parseCharacter() -> Bool {
    guard bytes.count - position >= 3, bytes[position + 2] == UInt8(ascii: "'"),
      bytes[position + 1] >= 32, !"'\\".utf8.contains(bytes[position + 1])
    else { return false }
    position += 3
    return true
  }

  /// Takes text in quotes.
  private mutating func parseString() -> Bool {
    guard peek == UInt8(ascii: "\"") else { return false }
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte == 0 { return false }
    }
    return false
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isLetter: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}
