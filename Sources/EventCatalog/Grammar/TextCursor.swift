/// A place in the bytes of an expression.
struct TextCursor {
  let bytes: [UInt8]
  var position: Int = 0

  var isAtEnd: Bool { position >= bytes.count }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over a byte if it is the next one.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Steps over all bytes that fit.
  mutating func take(while fits: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start: Int = position
    while let byte = next, fits(byte) { position += 1 }
    return bytes[start..<position]
  }

  mutating func skipSpace() {
    _ = take(while: \.isBlank)
  }

  func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  func problem(_ problem: EventNameProblem) -> LocatedProblem {
    LocatedProblem(problem: problem, position: position)
  }

  /// What to say of a byte that cannot stand here.
  var unexpected: LocatedProblem {
    guard position < bytes.count else { return problem(.emptyPart) }
    let rest = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    return problem(.unexpectedCharacter(String(rest.unicodeScalars.prefix(1))))
  }
}
