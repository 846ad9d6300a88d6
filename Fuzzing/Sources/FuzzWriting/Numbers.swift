/// Numbers, texts and lists made of the bytes of an input; zeros behind its end.
struct Numbers {
  private let bytes: [UInt8]
  private var position: Int = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isEmpty: Bool { position >= bytes.count }

  mutating func byte() -> UInt8 {
    guard !isEmpty else { return 0 }
    defer { position += 1 }
    return bytes[position]
  }

  /// A number below a limit.
  mutating func below(_ limit: Int) -> Int { Int(byte()) % limit }

  mutating func flag() -> Bool { byte() & 1 == 1 }

  /// A number of any size: the first byte tells how many bytes follow.
  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number {
    let head = byte()
    if head >= 250 { return Number(truncatingIfNeeded: ~UInt64(255 - head)) }
    var value = UInt64(head >> 3)
    for _ in 0..<(head & 7) { value = value << 8 | UInt64(byte()) }
    return Number(truncatingIfNeeded: value)
  }

  mutating func list<Element>(atMost most: Int, _ element: (inout Numbers) -> Element) -> [Element]
  {
    var result: [Element] = []
    for _ in 0..<below(most + 1) { result.append(element(&self)) }
    return result
  }

  mutating func bytes(atMost most: Int) -> [UInt8] {
    list(atMost: most) { $0.byte() }
  }

  /// A text without zeros, as the format ends texts by one.
  mutating func text(atMost most: Int = 20) -> String {
    String(decoding: list(atMost: most) { 0x20 + $0.byte() % 0x5f }, as: UTF8.self)
  }
}
