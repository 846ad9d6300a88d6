internal import PerfEvent

/// A copy of a record whose fields can be changed, cut out and lengthened.
struct AssembledRecord {
  let kind: RecordKind
  private(set) var bytes: [UInt8] = []
  /// Where the trailer tells the time; 0 if it does not.
  var trailerTimePlace: Int = 0
  private let isSwapped: Bool

  /// Copies a record.
  init(_ record: borrowing Record) {
    kind = record.kind
    isSwapped = record.isSwapped
    bytes = Array(copying: record.bytes)
  }

  /// Copies the bytes of a whole record.
  init(_ bytes: RawSpan, isSwapped: Bool) {
    kind = RecordKind(rawValue: FieldBytes(bytes, isSwapped: isSwapped).uint32(0))
    self.isSwapped = isSwapped
    self.bytes = Array(copying: bytes)
  }

  /// Copies the fields of a record in front of an offset.
  init(_ record: borrowing Record, upTo offset: Int) {
    kind = record.kind
    isSwapped = record.isSwapped
    bytes = Array(copying: record.bytes.extracting(0..<offset))
  }

  mutating func append(_ more: RawSpan) {
    unsafe more.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: UInt64) {
    let stored = isSwapped ? number.byteSwapped : number
    unsafe Swift.withUnsafeBytes(of: stored) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Adds a text, a NUL byte, and zeros up to a multiple of eight bytes.
  mutating func append(terminated text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0)
    while bytes.count % 8 != 0 { bytes.append(0) }
  }

  /// Puts a word in behind so many bytes.
  mutating func insert(_ number: UInt64, at offset: Int) {
    let stored = isSwapped ? number.byteSwapped : number
    unsafe Swift.withUnsafeBytes(of: stored) {
      unsafe bytes.insert(contentsOf: $0, at: offset)
    }
  }

  func uint64(_ offset: Int) -> UInt64 {
    FieldBytes(bytes.rawSpan, isSwapped: isSwapped).uint64(offset)
  }

  /// Replaces a word.
  mutating func set(_ number: UInt64, at offset: Int) {
    let stored = isSwapped ? number.byteSwapped : number
    unsafe Swift.withUnsafeBytes(of: stored) { source in
      for index in 0..<8 { unsafe bytes[offset + index] = source[index] }
    }
  }

  /// Replaces bytes by a text and zeros; of the text at least the last byte stays zero.
  mutating func set(_ text: String, in range: Range<Int>) {
    let kept = Array(text.utf8.prefix(max(0, range.count - 1)))
    for index in 0..<range.count {
      bytes[range.lowerBound + index] = index < kept.count ? kept[index] : 0
    }
  }

  /// Removes flags from the header.
  mutating func remove(_ flags: RecordFlags) {
    let stored = isSwapped ? flags.rawValue.byteSwapped : flags.rawValue
    unsafe Swift.withUnsafeBytes(of: stored) { source in
      for index in 0..<2 { unsafe bytes[4 + index] &= ~source[index] }
    }
  }

  /// Sets the size in the header to that of the bytes.
  mutating func finish() throws(PerfDataError) {
    guard let size = UInt16(exactly: bytes.count) else {
      throw .refused(
        "\(kind) record", at: 0, value: UInt64(bytes.count), limit: 65535,
        "it has \(bytes.count) bytes")
    }
    let stored = isSwapped ? size.byteSwapped : size
    unsafe Swift.withUnsafeBytes(of: stored) { source in
      for index in 0..<2 { unsafe bytes[6 + index] = source[index] }
    }
  }
}

extension PerfDataWriter {
  /// Adds a record that was put together.
  mutating func append(_ record: consuming AssembledRecord) throws(PerfDataError) {
    var record = record
    try record.finish()
    try append(assembled: record.bytes.rawSpan)
  }
}
