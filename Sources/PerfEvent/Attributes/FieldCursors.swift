/// A reader of consecutive fields that gives zero from the first one that does
/// not fit before the end.
struct FieldReader {
  let byteOrder: ByteOrder
  let end: Int
  private(set) var position: Int = 0
  private var isExhausted: Bool = false

  init(byteOrder: ByteOrder, end: Int) {
    self.byteOrder = byteOrder
    self.end = end
  }

  mutating func next<Field: FixedWidthInteger & BitwiseCopyable>(
    in bytes: RawSpan, as type: Field.Type
  ) -> Field {
    let width: Int = Field.bitWidth / 8
    guard !isExhausted, position + width <= end, position + width <= bytes.byteCount else {
      isExhausted = true
      return 0
    }
    let value: Field = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: Field.self)
    position += width
    return byteOrder == .native ? value : value.byteSwapped
  }
}

/// A writer of consecutive fields that leaves out all from the first one that
/// does not fit before the end.
struct FieldWriter {
  let byteOrder: ByteOrder
  let end: Int
  private var bytes: [UInt8] = []
  private var isExhausted: Bool = false

  init(byteOrder: ByteOrder, end: Int) {
    self.byteOrder = byteOrder
    self.end = end
    bytes.reserveCapacity(end)
  }

  mutating func append<Field: FixedWidthInteger>(_ field: Field) {
    let width: Int = Field.bitWidth / 8
    guard !isExhausted, bytes.count + width <= end else {
      isExhausted = true
      return
    }
    for index in 0..<width {
      let byte: Int = byteOrder == .littleEndian ? index : width - 1 - index
      bytes.append(UInt8(truncatingIfNeeded: field >> (byte * 8)))
    }
  }

  func finish(tail: [UInt8]) -> [UInt8] {
    let kept: [UInt8] = bytes + tail.prefix(end - bytes.count)
    return kept + [UInt8](repeating: 0, count: end - kept.count)
  }
}
