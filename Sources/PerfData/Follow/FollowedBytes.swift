internal import Glibc
internal import PerfEvent

/// The bytes of a file that grows, or of a stream, from a moving position on.
///
/// Bytes are kept until they are dropped; the memory grows with the bytes that
/// have really come, never with a number that the file claims.
@safe
struct FollowedBytes: ~Copyable {
  /// What a try to read brought.
  enum Outcome {
    case more
    case nothingYet
    case end
  }

  private static let leastFree: Int = 1 << 18
  let descriptor: Int32
  private let ownsDescriptor: Bool
  let name: String
  let isRegular: Bool
  private var memory: UnsafeMutableRawPointer?
  private var capacity: Int = 0
  /// The first byte in memory that was not dropped, and the one behind the last.
  private var start: Int = 0
  private var end: Int = 0
  /// The offset in the file of the first byte that was not dropped.
  private(set) var offset: UInt64 = 0
  /// The offset in the file where reading ends, once it is known.
  private(set) var limit: UInt64 = .max

  init(descriptor: Int32, name: String, ownsDescriptor: Bool) throws(PerfDataError) {
    self.descriptor = descriptor
    self.ownsDescriptor = ownsDescriptor
    self.name = name
    do throws(Errno) {
      isRegular = try SystemCalls.status(of: descriptor).st_mode & S_IFMT == S_IFREG
    } catch {
      throw PerfDataError(path: name, error)
    }
  }

  deinit {
    unsafe free(memory)
    if ownsDescriptor { _ = close(descriptor) }
  }

  /// The number of bytes that were read and not dropped.
  var count: Int { end - start }

  /// The bytes that were read and not dropped.
  var span: RawSpan {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe UnsafeRawBufferPointer(
        start: memory.map { unsafe UnsafeRawPointer($0 + start) }, count: end - start)
      return unsafe _overrideLifetime(RawSpan(_unsafeBytes: bytes), borrowing: self)
    }
  }

  /// Forgets the first bytes.
  mutating func drop(_ count: Int) {
    start += count
    offset += UInt64(clamping: count)
  }

  /// Ends the bytes at an offset in the file, also those that were read already.
  mutating func end(at limit: UInt64) {
    self.limit = limit
    let most = limit - min(limit, offset)
    end = start + Int(min(UInt64(count), most))
  }

  /// Reads the first bytes of a regular file anew.
  func head(_ count: Int) throws(PerfDataError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
    defer { unsafe buffer.deallocate() }
    do throws(Errno) {
      let read = unsafe try SystemCalls.read(descriptor, at: 0, into: buffer)
      return unsafe [UInt8](buffer.prefix(read))
    } catch {
      throw PerfDataError(path: name, error)
    }
  }

  /// Reads what has come, without waiting for more.
  mutating func fill() throws(PerfDataError) -> Outcome {
    let left = limit - min(limit, offset + UInt64(count))
    if left == 0 { return .end }
    if !isRegular && !SystemCalls.isReadable(descriptor, milliseconds: 0) { return .nothingYet }
    do throws(Errno) {
      try makeRoom()
      let free = min(UInt64(capacity - end), left)
      let target = unsafe UnsafeMutableRawBufferPointer(
        start: memory.map { unsafe $0 + end }, count: Int(free))
      let position = isRegular ? Int(clamping: offset) + count : nil
      let more = unsafe try SystemCalls.read(descriptor, at: position, into: target)
      if more == 0 { return isRegular ? .nothingYet : .end }
      end += more
      return .more
    } catch {
      if error.rawValue == EAGAIN { return .nothingYet }
      throw PerfDataError(path: name, error)
    }
  }

  private mutating func makeRoom() throws(Errno) {
    if capacity - end >= FollowedBytes.leastFree { return }
    if start > 0, let memory = unsafe memory {
      unsafe memmove(memory, memory + start, count)
      (start, end) = (0, count)
    }
    if capacity - end >= FollowedBytes.leastFree { return }
    let size = max(1 << 20, capacity * 2)
    guard let moved = unsafe realloc(memory, size) else { throw Errno(rawValue: ENOMEM) }
    unsafe memory = moved
    capacity = size
  }
}
