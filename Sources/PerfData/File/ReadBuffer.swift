internal import Glibc
internal import PerfEvent

/// Memory that grows while a file of unknown length is read into it.
///
/// The system moves the pages of a large block that grows, so that the bytes are
/// in memory once.
@safe
struct ReadBuffer: ~Copyable {
  private var memory: UnsafeMutableRawPointer?
  private var capacity: Int = 0
  /// The number of bytes that were read.
  private(set) var count: Int = 0

  init() {}

  deinit {
    unsafe free(memory)
  }

  /// Reads to the end, or until there are so many bytes: a regular file from its
  /// begin, anything else from where it is.
  mutating func fill(
    from descriptor: Int32, isRegular: Bool, upTo most: Int
  ) throws(Errno) {
    while count < most {
      if count == capacity { try resize(to: min(most, max(1 << 16, capacity * 2))) }
      let free = unsafe UnsafeMutableRawBufferPointer(
        start: memory.map { unsafe $0 + count }, count: capacity - count)
      let more = unsafe try SystemCalls.read(
        descriptor, at: isRegular ? count : nil, into: free)
      if more == 0 { return }
      count += more
    }
  }

  /// The bytes so far.
  var span: RawSpan {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe UnsafeRawBufferPointer(start: memory, count: count)
      return unsafe _overrideLifetime(RawSpan(_unsafeBytes: bytes), borrowing: self)
    }
  }

  /// Hands out the bytes, which the caller has to free.
  @unsafe
  mutating func take() throws(Errno) -> UnsafeRawBufferPointer {
    try resize(to: max(1, count))
    let bytes = unsafe UnsafeRawBufferPointer(start: memory, count: count)
    unsafe memory = nil
    (capacity, count) = (0, 0)
    return unsafe bytes
  }

  private mutating func resize(to size: Int) throws(Errno) {
    guard let moved = unsafe realloc(memory, size) else { throw Errno(rawValue: ENOMEM) }
    unsafe memory = moved
    capacity = size
  }
}
