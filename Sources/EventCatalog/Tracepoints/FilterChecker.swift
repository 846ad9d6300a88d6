/// Checks a filter of a tracepoint's records before the kernel sees it.
///
/// The kernel only says that a filter is invalid; this says what is wrong with it. A
/// filter compares fields with values, `prev_pid > 0 && prev_comm ~ "kworker*"`, with
/// `&&`, `||`, `!` and parentheses between comparisons.
struct FilterChecker {
  /// Deeper parentheses than the kernel takes.
  private static let depthLimit: Int = 64
  /// Names that every tracepoint knows beside its fields.
  private static let commonNames: Set<String> = ["CPU", "cpu", "COMM", "comm", "stacktrace"]

  private let tracepoint: String
  private let fields: [String: TracepointField]
  private var cursor: TextCursor
  private let text: String

  init(_ text: String, of tracepoint: String, fields: [TracepointField]) {
    self.text = text
    self.tracepoint = tracepoint
    self.fields = Dictionary(
      fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.cursor = TextCursor(bytes: Array(text.utf8))
  }

  /// What is wrong with the filter, or nil if nothing is.
  mutating func problem() -> EventNameProblem? {
    var depth: Int = 0
    while true {
      skipBefore(operand: &depth)
      guard depth <= Self.depthLimit else { return malformed }
      if let problem = comparisonProblem() { return problem }
      cursor.skipSpace()
      while depth > 0, cursor.take(")") {
        depth -= 1
        cursor.skipSpace()
      }
      if cursor.isAtEnd { return depth == 0 ? nil : malformed }
      guard take("&&") || take("||") else { return malformed }
    }
  }

  private mutating func skipBefore(operand depth: inout Int) {
    while true {
      cursor.skipSpace()
      if cursor.take("!") { continue }
      guard cursor.take("(") else { return }
      depth += 1
    }
  }

  private mutating func comparisonProblem() -> EventNameProblem? {
    let word: ArraySlice<UInt8> = cursor.take { byte in
      WordCharacters.isLetter(byte) || NumberText.isDigit(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".")
    }
    let parts: [String] = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let name = parts.first, !name.isEmpty else { return malformed }
    let field: TracepointField? = fields[name]
    guard field != nil || Self.commonNames.contains(name) else {
      return .unknownField(
        name, tracepoint: tracepoint,
        available: NearestNames.sorted(fields.keys.sorted(), by: name))
    }
    cursor.skipSpace()
    guard let operation = takeOperation() else { return malformed }
    cursor.skipSpace()
    guard let value = takeValue() else { return malformed }
    // A field that is looked at as something else, `ip.function`, takes other values.
    guard let field, parts.count == 1 else { return nil }
    return fits(operation, value, field) ? nil : .impossibleComparison(text, field: name)
  }

  private enum Value {
    case number
    case text
    case other
  }

  private func fits(_ operation: String, _ value: Value, _ field: TracepointField) -> Bool {
    if field.isText { return ["==", "!=", "~"].contains(operation) && value != .number }
    return operation != "~" && value != .text
  }

  private mutating func takeOperation() -> String? {
    for operation in ["==", "!=", "<=", ">=", "<", ">", "~"] where take(operation) {
      return operation
    }
    // A single & asks for bits, two join comparisons.
    let start: Int = cursor.position
    if cursor.take("&"), cursor.next != UInt8(ascii: "&") { return "&" }
    cursor.position = start
    return nil
  }

  private mutating func takeValue() -> Value? {
    for mark in ["\"", "'"] as [Unicode.Scalar] where cursor.take(mark) {
      _ = cursor.take { $0 != UInt8(ascii: mark) }
      return cursor.take(mark) ? .text : nil
    }
    let word: ArraySlice<UInt8> = cursor.take { byte in
      byte > 0x20 && !Array("()&|!<>=~\"'".utf8).contains(byte)
    }
    guard !word.isEmpty else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    let digits: Substring = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return NumberText.unsigned(digits) == nil ? .other : .number
  }

  private mutating func take(_ text: String) -> Bool {
    let bytes: [UInt8] = Array(text.utf8)
    guard cursor.bytes[cursor.position...].starts(with: bytes) else { return false }
    cursor.position += bytes.count
    return true
  }

  private var malformed: EventNameProblem {
    .malformedFilter(text, offset: min(cursor.position, cursor.bytes.count))
  }
}
