internal import PerfEvent

/// Numbers and texts put into bytes in the byte order of a file.
///
/// One is kept and emptied for every record, so that its memory is reused.
struct ByteEncoder {
  let byteOrder: ByteOrder
  private let isSwapped: Bool
  private(set) var bytes: [UInt8] = []

  init(_ byteOrder: ByteOrder) {
    self.byteOrder = byteOrder
    isSwapped = byteOrder != .native
  }

  var count: Int { bytes.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    let stored = isSwapped ? number.byteSwapped : number
    unsafe Swift.withUnsafeBytes(of: stored) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func put(_ thread: ThreadID) {
    put(thread.process)
    put(thread.thread)
  }

  mutating func put(_ numbers: [UInt64]) {
    for number in numbers { put(number) }
  }

  mutating func put(bytes more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  mutating func put(bytes more: RawSpan) {
    unsafe more.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func putZeros(_ count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(0, count)))
  }

  /// Adds zeros up to a multiple of a size.
  mutating func pad(to multiple: Int) {
    putZeros((multiple - bytes.count % multiple) % multiple)
  }

  /// Adds text, a NUL byte, and zeros up to a multiple of a size.
  mutating func put(terminated text: String, multiple: Int = 8) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(0)
    pad(to: multiple)
  }

  /// Adds text in so many bytes, of which at least one is NUL.
  mutating func put(_ text: String, in count: Int) {
    let kept = text.utf8.prefix(count - 1)
    bytes.append(contentsOf: kept)
    putZeros(count - kept.count)
  }

  /// Adds text behind its length, as features hold it.
  mutating func put(sized text: String) {
    let length = text.utf8.count + 1
    let padded = (length + 63) / 64 * 64
    put(UInt32(clamping: padded))
    bytes.append(contentsOf: text.utf8)
    putZeros(padded - text.utf8.count)
  }

  /// Adds a count and as many texts.
  mutating func put(texts: [String]) {
    put(UInt32(clamping: texts.count))
    for text in texts { put(sized: text) }
  }

  /// Adds the header of a record whose size is set by ``endRecord()``.
  mutating func beginRecord(_ kind: RecordKind, flags: RecordFlags) {
    removeAll()
    put(kind.rawValue)
    put(flags.rawValue)
    put(UInt16(0))
  }

  /// Sets flags in the header of the record.
  mutating func setFlags(_ flags: RecordFlags) {
    let stored = isSwapped ? flags.rawValue.byteSwapped : flags.rawValue
    unsafe Swift.withUnsafeBytes(of: stored) { source in
      for index in 0..<2 { unsafe bytes[4 + index] = source[index] }
    }
  }

  /// Sets the size in the header of the record, if it is small enough.
  mutating func endRecord() -> Bool {
    guard let size = UInt16(exactly: bytes.count) else { return false }
    let stored = isSwapped ? size.byteSwapped : size
    unsafe Swift.withUnsafeBytes(of: stored) { source in
      for index in 0..<2 { unsafe bytes[6 + index] = source[index] }
    }
    return true
  }
}

extension Array where Element == UInt8 {
  /// The elements as borrowed bytes.
  var rawSpan: RawSpan {
    @_lifetime(borrow self)
    get { unsafe span.bytes }
  }
}
