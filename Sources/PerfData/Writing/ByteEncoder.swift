internal import PerfEvent

/// Numbers and texts put into bytes in the byte order of a file.
///
/// One is kept and emptied for every record, so that its memory is reused.
struct ByteEncoder {
  let byteOrder: ByteOrder
  private let isSwapped: Bool
  /// The bytes, and behind them room for more.
  private var storage: [UInt8] = []
  private(set) var count: Int = 0

  init(_ byteOrder: ByteOrder) {
    self.byteOrder = byteOrder
    isSwapped = byteOrder != .native
  }

  /// A copy of the bytes.
  var bytes: [UInt8] { Array(storage[..<count]) }

  /// The bytes.
  var span: RawSpan {
    @_lifetime(borrow self)
    get { storage.rawSpan.extracting(0..<count) }
  }

  mutating func removeAll() {
    count = 0
  }

  private mutating func reserve(_ more: Int) {
    let needed = count + more
    guard needed > storage.count else { return }
    storage.append(contentsOf: repeatElement(0, count: max(needed, 256)))
  }

  @inline(__always)
  mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    reserve(MemoryLayout<Number>.size)
    let (place, stored) = (count, isSwapped ? number.byteSwapped : number)
    unsafe storage.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: stored, toByteOffset: place, as: Number.self)
    }
    count = place &+ MemoryLayout<Number>.size
  }

  mutating func put(_ thread: ThreadID) {
    put(thread.process)
    put(thread.thread)
  }

  mutating func put(_ numbers: [UInt64]) {
    if isSwapped {
      for number in numbers { put(number) }
    } else {
      unsafe numbers.withUnsafeBytes { unsafe put(raw: $0) }
    }
  }

  mutating func put(bytes more: [UInt8]) {
    unsafe more.withUnsafeBytes { unsafe put(raw: $0) }
  }

  mutating func put(bytes more: RawSpan) {
    unsafe more.withUnsafeBytes { unsafe put(raw: $0) }
  }

  @unsafe
  private mutating func put(raw more: UnsafeRawBufferPointer) {
    reserve(more.count)
    let place = count
    unsafe storage.withUnsafeMutableBytes { target in
      unsafe UnsafeMutableRawBufferPointer(rebasing: target[place...]).copyMemory(from: more)
    }
    count = place + more.count
  }

  private mutating func put<Text: Collection<UInt8>>(text: Text) {
    for unit in text { put(unit) }
  }

  mutating func putZeros(_ more: Int) {
    for _ in 0..<max(0, more) { put(UInt8(0)) }
  }

  /// Adds zeros up to a multiple of a size.
  mutating func pad(to multiple: Int) {
    putZeros((multiple - count % multiple) % multiple)
  }

  /// Adds text, a NUL byte, and zeros up to a multiple of a size.
  mutating func put(terminated text: String, multiple: Int = 8) {
    put(text: text.utf8)
    put(UInt8(0))
    pad(to: multiple)
  }

  /// Adds text in so many bytes, of which at least one is NUL.
  mutating func put(_ text: String, in count: Int) {
    let kept = text.utf8.prefix(count - 1)
    put(text: kept)
    putZeros(count - kept.count)
  }

  /// Adds text behind its length, as features hold it.
  mutating func put(sized text: String) {
    let length = text.utf8.count + 1
    let padded = (length + 63) / 64 * 64
    put(UInt32(clamping: padded))
    put(text: text.utf8)
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
      for index in 0..<2 { unsafe storage[4 + index] = source[index] }
    }
  }

  /// Sets the size in the header of the record, if it is small enough.
  mutating func endRecord() -> Bool {
    guard let size = UInt16(exactly: count) else { return false }
    let stored = isSwapped ? size.byteSwapped : size
    unsafe Swift.withUnsafeBytes(of: stored) { source in
      for index in 0..<2 { unsafe storage[6 + index] = source[index] }
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
