/// A message of protocol buffers as a list of paths with values, so that two can
/// be compared in whatever order their fields stand.
///
/// Every part of a path has the number of its repetition: `branch_stack#1.from_ip#0`.
struct FlatMessage {
  private(set) var lines: [String] = []
  private var prefixes: [String] = [""]
  private var counts: [[String: Int]] = [[:]]

  /// The number of messages that are open.
  var depth: Int { prefixes.count - 1 }

  /// The lines as one text, the same for the same fields.
  var text: String { lines.sorted().joined(separator: "\n") }

  private mutating func path(_ name: String) -> String {
    let count = counts[counts.count - 1][name, default: 0]
    counts[counts.count - 1][name] = count + 1
    return "\(prefixes[prefixes.count - 1])\(name)#\(count)"
  }

  mutating func open(_ name: String) {
    prefixes.append(path(name) + ".")
    counts.append([:])
  }

  mutating func close() {
    guard depth > 0 else { return }
    prefixes.removeLast()
    counts.removeLast()
  }

  /// Adds a value as it stands in the text.
  mutating func put(_ name: String, token: String) {
    lines.append("\(path(name))=\(token)")
  }

  mutating func put(_ name: String, _ number: some FixedWidthInteger) {
    put(name, token: String(number))
  }

  mutating func put(_ name: String, _ truth: Bool) {
    put(name, token: truth ? "true" : "false")
  }

  /// Adds bytes in quotes, escaped as protocol buffers do.
  mutating func put(_ name: String, bytes: [UInt8]) {
    var token = "\""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"): token += "\\n"
      case UInt8(ascii: "\r"): token += "\\r"
      case UInt8(ascii: "\t"): token += "\\t"
      case UInt8(ascii: "\""): token += "\\\""
      case UInt8(ascii: "'"): token += "\\'"
      case UInt8(ascii: "\\"): token += "\\\\"
      case 0x20..<0x7f: token.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        token += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    put(name, token: token + "\"")
  }

  mutating func put(_ name: String, text: String) {
    put(name, bytes: Array(text.utf8))
  }
}
