internal import PerfEvent

/// A position in a sample that moves over fields of variable size.
///
/// Unlike ``ByteCursor`` it does not throw: it notes the first field that does
/// not fit and stands still from there. Walking over every sample of a file is
/// the one place where that is worth having.
struct SampleWalker: ~Escapable {
  private let bytes: RawSpan
  private let isSwapped: Bool
  private(set) var position: Int
  private(set) var hasFailed: Bool = false
  /// The number that does not fit, and the one that it should have stayed within.
  private var excess: UInt64 = 0
  private var limit: Int = 0

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, from position: Int, isSwapped: Bool) {
    self.bytes = bytes
    self.isSwapped = isSwapped
    self.position = position
  }

  private var remaining: Int { bytes.byteCount &- position }

  /// Whether no byte is left.
  var isAtEnd: Bool { remaining <= 0 }

  @_lifetime(self: copy self)
  private mutating func fail(_ needed: UInt64, limit: Int) {
    if hasFailed { return }
    hasFailed = true
    excess = needed
    self.limit = limit
  }

  @inline(__always)
  @_lifetime(self: copy self)
  mutating func skip(_ count: Int) {
    guard !hasFailed && count <= remaining else {
      return fail(UInt64(clamping: count), limit: remaining)
    }
    position &+= count
  }

  /// Skips eight bytes and returns where they begin.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func skipWord() -> Int {
    let start = position
    skip(8)
    return start
  }

  @inline(__always)
  @_lifetime(self: copy self)
  mutating func readUInt64() -> UInt64 {
    guard !hasFailed && remaining >= 8 else {
      fail(8, limit: remaining)
      return 0
    }
    // The guard has just compared the bounds.
    let value = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: position, as: UInt64.self)
    position &+= 8
    return isSwapped ? value.byteSwapped : value
  }

  @inline(__always)
  @_lifetime(self: copy self)
  mutating func readUInt32() -> UInt32 {
    guard !hasFailed && remaining >= 4 else {
      fail(4, limit: remaining)
      return 0
    }
    let value = unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: position, as: UInt32.self)
    position &+= 4
    return isSwapped ? value.byteSwapped : value
  }

  /// Reads a count that the bytes behind it can hold; 0 if it is more.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func readCount(elementSize: Int) -> Int {
    let count = readUInt64()
    guard count <= UInt64(truncatingIfNeeded: remaining / elementSize) else {
      fail(count, limit: remaining / elementSize)
      return 0
    }
    return Int(truncatingIfNeeded: count)
  }

  /// The fault of the first field that does not fit.
  func fault(subject: String, base: UInt64) -> PerfDataError? {
    guard hasFailed else { return nil }
    return PerfDataError(
      .truncated, subject: subject, offset: base &+ UInt64(clamping: position), value: excess,
      limit: UInt64(clamping: limit))
  }
}
