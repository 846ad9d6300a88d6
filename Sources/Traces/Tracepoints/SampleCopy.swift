internal import CTraceEvent

/// A sample's raw data with so many zeros behind them that no offset and length
/// within a sample leads out of the memory.
@safe
struct SampleCopy: ~Copyable {
  /// The most bytes that raw data have.
  static let mostBytes: Int = 65535
  private let buffer: UnsafeMutableRawBufferPointer
  private var used: Int = 0

  init() {
    // A field, the offset that it tells, and the length behind that.
    unsafe buffer = .allocate(byteCount: 4 * 65536, alignment: 16)
    unsafe buffer.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    unsafe buffer.deallocate()
  }

  /// Calls a function with a record of the raw data.
  ///
  /// - Precondition: The raw data have at most ``mostBytes``.
  @unsafe
  mutating func withRecord(of raw: RawSpan, _ body: (UnsafeMutablePointer<tep_record>) -> Void) {
    precondition(raw.byteCount <= SampleCopy.mostBytes)
    unsafe raw.withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
    if used > raw.byteCount {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[raw.byteCount..<used])
      unsafe rest.initializeMemory(as: UInt8.self, repeating: 0)
    }
    used = raw.byteCount
    var record = unsafe tep_record()
    unsafe record.size = CInt(raw.byteCount)
    unsafe record.record_size = CInt(raw.byteCount)
    unsafe record.data = buffer.baseAddress
    unsafe body(&record)
  }
}
