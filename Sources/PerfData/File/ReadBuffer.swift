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
  private var count: Int = 0

  init() {}

  deinit {
    unsafe free(memory)
  }

  /// Reads to the end: a regular file from its begin, anything else from where it is.
  mutating func fill(from descriptor: Int32, isRegular: Bool) throws(Errno) {
    while true {
      if count == capacity { try resize(to: max(1 << 16, capacity * 2)) }
      let free = unsafe UnsafeMutableRawBufferPointer(
        start: memory.map { unsafe $0 + count }, count: capacity - count)
      let more = unsafe try SystemCalls.read(
        descriptor, at: isRegular ? count : nil, into: free)
      if more == 0 { return }
      count += more
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
