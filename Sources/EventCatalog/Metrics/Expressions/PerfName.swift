/// Names of events as they stand in perf's formulas.
enum PerfName {
  /// The name with at signs for slashes, and escapes before what is no part of names.
  static func escaped(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var written: [UInt8] = []
    written.reserveCapacity(bytes.count + 8)
    if looksLikeOther(name, bytes) { written.append(UInt8(ascii: "\\")) }
    for byte in bytes {
      if byte == UInt8(ascii: "/") {
        written.append(UInt8(ascii: "@"))
        continue
      }
      let isPlain: Bool = NameCharacters.isOfPerf(byte) && byte != UInt8(ascii: "@")
      // An escape stands before a whole character, not before each byte of it.
      if !isPlain, byte & 0xc0 != 0x80 { written.append(UInt8(ascii: "\\")) }
      written.append(byte)
    }
    return String(decoding: written, as: UTF8.self)
  }

  /// Whether the name without an escape would be read as a number or a keyword.
  private static func looksLikeOther(_ name: String, _ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    if NumberText.isDigit(first) || first == UInt8(ascii: ".") {
      // A number may also be followed by what needs an escape: 1e\-3.
      guard let end = NameCharacters.endOfPerfNumber(bytes, from: 0) else { return false }
      return end == bytes.count || !NameCharacters.isOfPerf(bytes[end])
    }
    return NameCharacters.isKeyword(name)
  }
}
