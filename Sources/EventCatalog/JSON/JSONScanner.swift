/// Passes over a JSON text value by value, without building a tree of it.
///
/// Texts stay slices until someone wants them, so that what nobody asks for costs a
/// look at its bytes and no memory.
struct JSONScanner {
  /// More levels than any event file has; deeper texts are refused.
  static let depthLimit: Int = 32

  let bytes: [UInt8]
  /// The file, for errors.
  let path: String
  /// The next byte to look at.
  var position: Int

  /// A scanner at the first value, behind the mark of the byte order if there is one.
  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    self.position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// An error at the next byte.
  func failure(expecting expected: String) -> EventSourceError {
    EventSourceError(
      path: path, place: .offset(position), problem: .malformed(expected: expected))
  }

  /// The next byte behind white space, which stays the next one.
  ///
  /// At the end of the text it is nil.
  mutating func peek() -> UInt8? {
    var index: Int = position
    while index < bytes.count {
      let byte: UInt8 = bytes[index]
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else {
        position = index
        return byte
      }
      index &+= 1
    }
    position = index
    return nil
  }

  /// Passes a byte that must be there.
  mutating func pass(_ byte: UInt8, expecting expected: String) throws(EventSourceError) {
    guard peek() == byte else { throw failure(expecting: expected) }
    position &+= 1
  }

  /// Passes the comma before another element, or the bracket that closes the list.
  ///
  /// - Parameters:
  ///   - isFirst: Whether no element came yet, which no comma precedes; false afterwards.
  ///   - closing: The bracket.
  /// - Returns: Whether another element follows.
  /// - Throws: What is wrong with the text.
  mutating func hasNext(
    isFirst: inout Bool, before closing: UInt8
  ) throws(EventSourceError) -> Bool {
    let next: UInt8? = peek()
    if next == closing {
      position &+= 1
      return false
    }
    if isFirst {
      isFirst = false
    } else {
      guard next == UInt8(ascii: ",") else { throw failure(expecting: "a comma or a bracket") }
      position &+= 1
    }
    return true
  }

  /// Passes the name of a member and the colon behind it.
  mutating func key() throws(EventSourceError) -> JSONSlice {
    guard peek() == UInt8(ascii: "\"") else { throw failure(expecting: "the name of a field") }
    let key: JSONSlice = try text()
    try pass(UInt8(ascii: ":"), expecting: "a colon")
    return key
  }

  /// Makes sure that nothing follows.
  mutating func finish() throws(EventSourceError) {
    if peek() != nil { throw failure(expecting: "the end of the file") }
  }
}
