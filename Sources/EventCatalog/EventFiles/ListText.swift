/// Lists in fields of event files, such as `HSD29, HSM30` or `Mem;MemoryBW`.
enum ListText {
  /// The parts of a list without blanks around them and without empty ones.
  static func parts(of text: String, separator: UInt8) -> [String] {
    Array(text.utf8).split(separator: separator).compactMap { part in
      let part: ArraySlice<UInt8> = part.trimmed
      return part.isEmpty ? nil : String(decoding: part, as: UTF8.self)
    }
  }
}
