/// What the kernel says of a tracepoint: its number, its fields and how to print them.
public struct TracepointFormat: Hashable, Sendable {
  /// The number, which attributes bear as their configuration.
  public var number: UInt64
  /// The fields of its records in the order of the kernel.
  public var fields: [TracepointField]
  /// How the kernel prints a record, in its own language.
  public var printText: String

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - number: The number of the tracepoint.
  ///   - fields: The fields of its records.
  ///   - printText: How the kernel prints a record.
  public init(number: UInt64, fields: [TracepointField], printText: String = "") {
    self.number = number
    self.fields = fields
    self.printText = printText
  }

  /// Reads a file `format` of tracefs, or nothing if it is none.
  init?(_ text: String) {
    var number: UInt64?
    var fields: [TracepointField] = []
    var printText: String = ""
    var isCommon: Bool = true
    // A line break of tracefs may be that of another system where a tree was copied.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasPrefix("ID:") {
        number = NumberText.unsigned(line.dropFirst(3).trimmed)
      } else if line.hasPrefix("print fmt:") {
        printText = line.dropFirst(10).trimmed
      } else if line.hasPrefix("\tfield:") {
        guard let field = TracepointField(line: line.dropFirst(7), isCommon: isCommon) else {
          return nil
        }
        fields.append(field)
      } else if line.isEmpty, !fields.isEmpty {
        isCommon = false
      }
    }
    guard let number else { return nil }
    self.init(number: number, fields: fields, printText: printText)
  }
}

extension TracepointField {
  /// Reads `char comm[16];	offset:8;	size:16;	signed:0;`.
  fileprivate init?(line: Substring, isCommon: Bool) {
    let parts: [String] = line.split(separator: ";").map(\.trimmed)
    guard let declaration = parts.first else { return nil }
    var numbers: [String: Int] = [:]
    for part in parts.dropFirst() {
      let sides: [Substring] = part.split(separator: ":", maxSplits: 1)
      if sides.count == 2, let number = Int(sides[1]) { numbers[String(sides[0])] = number }
    }
    guard let offset = numbers["offset"], let size = numbers["size"], offset >= 0, size >= 0 else {
      return nil
    }
    let bracket: String.Index = declaration.firstIndex(of: "[") ?? declaration.endIndex
    // The brackets of a located array stand at its type, those of another at its name.
    let isLocated: Bool =
      declaration.hasPrefix("__data_loc") || declaration.hasPrefix("__rel_loc")
    let head: Substring = isLocated ? declaration[...] : declaration[..<bracket]
    guard let blank = head.lastIndex(where: { $0 == " " || $0 == "*" }) else { return nil }
    let name: Substring = head[head.index(after: blank)...]
    guard !name.isEmpty else { return nil }
    let array: Substring = isLocated ? "" : declaration[bracket...]
    self.init(
      name: String(name), type: head[...blank].trimmed + array,
      offset: offset, size: size, isSigned: numbers["signed"] == 1, isCommon: isCommon)
  }
}
