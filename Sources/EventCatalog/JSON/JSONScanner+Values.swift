extension JSONScanner {
  /// Passes a value, whatever it is.
  ///
  /// - Parameter depth: How many lists and objects it lies in.
  /// - Returns: Where the value is.
  /// - Throws: What is wrong with the text.
  mutating func value(depth: Int) throws(EventSourceError) -> JSONSlice {
    guard let byte = peek() else { throw failure(expecting: "a value") }
    switch byte {
    case UInt8(ascii: "\""): return try text()
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try container(byte, depth: depth)
    case UInt8(ascii: "n"): return try word("null", kind: .null)
    case UInt8(ascii: "t"): return try word("true", kind: .truth)
    case UInt8(ascii: "f"): return try word("false", kind: .truth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure(expecting: "a value")
    }
  }

  /// Passes a text, from its first quotation mark to its last.
  ///
  /// Control characters are taken as they are, for they harm nobody.
  mutating func text() throws(EventSourceError) -> JSONSlice {
    let start: Int = position &+ 1
    var index: Int = start
    var kind: JSONSlice.Kind = .text
    while let end = bytes.firstPlace(of: UInt8(ascii: "\""), in: index..<bytes.count) {
      // Escapes before the mark, the last of which may be that of the mark itself.
      while let escape = bytes.firstPlace(of: UInt8(ascii: "\\"), in: index..<end) {
        kind = .escapedText
        index = escape &+ 2
        if index > end { break }
      }
      if index <= end {
        position = end &+ 1
        return JSONSlice(kind: kind, start: start, end: end)
      }
    }
    throw failure(expecting: "a text that ends")
  }

  /// Passes an object or a list with all that lies in it.
  private mutating func container(
    _ opening: UInt8, depth: Int
  ) throws(EventSourceError) -> JSONSlice {
    guard depth < Self.depthLimit else {
      throw EventSourceError(
        path: path, place: .offset(position), problem: .nestedTooDeep(limit: Self.depthLimit))
    }
    let isObject: Bool = opening == UInt8(ascii: "{")
    let closing: UInt8 = UInt8(ascii: isObject ? "}" : "]")
    let start: Int = position
    position &+= 1
    var isFirst: Bool = true
    while try hasNext(isFirst: &isFirst, before: closing) {
      if isObject { _ = try key() }
      _ = try value(depth: depth &+ 1)
    }
    return JSONSlice(kind: isObject ? .object : .array, start: start, end: position)
  }

  private mutating func word(
    _ word: StaticString, kind: JSONSlice.Kind
  ) throws(EventSourceError) -> JSONSlice {
    let start: Int = position
    let end: Int = start &+ word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[start..<end].elementsEqual(word.description.utf8) else {
      throw failure(expecting: "a value")
    }
    position = end
    return JSONSlice(kind: kind, start: start, end: end)
  }

  /// Passes a number; whether it is one that makes sense is for whoever reads it.
  private mutating func number() throws(EventSourceError) -> JSONSlice {
    let start: Int = position
    var index: Int = start &+ 1
    while index < bytes.count, Self.isPartOfNumber(bytes[index]) { index &+= 1 }
    guard NumberText.isDigit(bytes[index &- 1]) else { throw failure(expecting: "a number") }
    position = index
    return JSONSlice(kind: .number, start: start, end: index)
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    NumberText.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "-") || byte | 0x20 == UInt8(ascii: "e")
  }
}
