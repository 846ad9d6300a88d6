/// The fields of a line of presets.
enum PAPIFields {
  /// Whether the first field of a line is `CPU`.
  static func isOfCPU(_ line: SourceLine) -> Bool {
    let start: ArraySlice<UInt8> = line.bytes.drop(while: \.isBlank).prefix(4)
    return start.prefix(3).map { $0 | 0x20 } == Array("cpu".utf8)
      && start.dropFirst(3).allSatisfy { $0 == UInt8(ascii: ",") || $0.isBlank }
  }

  /// The fields between commas without blanks around them, and without empty ones.
  ///
  /// A field in quotation marks may hold commas.
  static func split(_ line: SourceLine) -> [String] {
    var fields: [String] = []
    var index: Int = line.bytes.startIndex
    let end: Int = line.bytes.endIndex
    while index < end {
      let start: Int = line.bytes[index...].firstIndex { !$0.isBlank } ?? end
      guard start < end else { break }
      if line.bytes[start] == UInt8(ascii: "\"") {
        let close: Int = line.bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? end
        fields.append(String(decoding: line.bytes[(start + 1)..<close], as: UTF8.self))
        let comma: Int = line.bytes[close...].firstIndex(of: UInt8(ascii: ",")) ?? end
        index = comma + 1
        continue
      }
      let comma: Int = line.bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? end
      let field: ArraySlice<UInt8> = line.bytes[start..<comma].trimmed
      if !field.isEmpty { fields.append(String(decoding: field, as: UTF8.self)) }
      index = comma + 1
    }
    return fields
  }
}
