internal import Glibc
internal import PerfEvent

/// Memory that grows while bytes of unknown number are put into it.
///
/// The system moves the pages of a large block that grows, so that the bytes are
/// in memory once.
@safe
struct GrowingBuffer: ~Copyable {
  private var memory: UnsafeMutableRawPointer?
  private var capacity: Int = 0
  /// The number of bytes so far.
  private(set) var count: Int = 0

  init() {}

  deinit {
    unsafe free(memory)
  }

  /// Makes room when there is none: twice of what there was.
  ///
  /// - Parameters:
  ///   - least: The number of bytes to begin with.
  ///   - most: The number of bytes in all that are never exceeded.
  /// - Throws: The system's error when it has no memory.
  mutating func makeRoom(from least: Int, upTo most: Int) throws(Errno) {
    guard count == capacity else { return }
    let (twice, overflows) = capacity.multipliedReportingOverflow(by: 2)
    try resize(to: min(most, max(least, overflows ? .max : twice)))
  }

  /// Lets a function fill the room behind the bytes.
  ///
  /// - Parameter fill: Returns how many bytes it put there.
  /// - Returns: The same number.
  /// - Throws: What the function throws.
  @discardableResult
  mutating func append<Failure>(
    _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    let room = unsafe UnsafeMutableRawBufferPointer(
      start: memory.map { unsafe $0 + count }, count: capacity - count)
    let more = unsafe try fill(room)
    count += more
    return more
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
