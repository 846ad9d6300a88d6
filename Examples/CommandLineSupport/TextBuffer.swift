/// Text that is put together byte by byte, for output of millions of lines.
///
/// It keeps its memory when it is emptied, so that a line costs no allocation.
@safe
@frozen
public struct TextBuffer: ~Copyable {
  @usableFromInline var memory: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var used: Int = 0

  /// Creates an empty buffer.
  public init() {
    capacity = 1 << 12
    unsafe memory = .allocate(capacity: capacity)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// The number of bytes so far.
  @inlinable
  public var count: Int { used }

  /// A copy of the bytes so far, in UTF-8.
  public var bytes: [UInt8] {
    unsafe [UInt8](UnsafeBufferPointer(start: memory, count: used))
  }

  /// Forgets the bytes and keeps the memory.
  @inlinable
  public mutating func removeAll() {
    used = 0
  }

  /// Calls a function with the bytes so far.
  @unsafe
  func withUnsafeBytes<E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> Void
  ) throws(E) {
    try unsafe body(UnsafeRawBufferPointer(start: memory, count: used))
  }

  /// Makes room for more bytes.
  @inlinable
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity &- used < more { grow(more) }
  }

  @usableFromInline
  @inline(never)
  mutating func grow(_ more: Int) {
    let size = max(capacity * 2, used + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    unsafe moved.initialize(from: memory, count: used)
    unsafe memory.deallocate()
    unsafe memory = moved
    capacity = size
  }

  /// Appends one byte.
  @inlinable
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe memory[used] = byte
    used &+= 1
  }

  /// Appends a letter of ASCII.
  @inlinable
  public mutating func append(ascii letter: Unicode.Scalar) {
    append(UInt8(ascii: letter))
  }

  /// Appends bytes.
  public mutating func append(contentsOf more: [UInt8]) {
    unsafe more.withUnsafeBytes { unsafe append($0) }
  }

  /// Appends borrowed bytes.
  @inlinable
  @inline(__always)
  public mutating func append(contentsOf more: RawSpan) {
    unsafe more.withUnsafeBytes { unsafe append($0) }
  }

  /// Appends the text of another buffer.
  @inlinable
  public mutating func append(_ text: borrowing TextBuffer) {
    unsafe append(UnsafeRawBufferPointer(start: text.memory, count: text.used))
  }

  @unsafe
  @inlinable
  @inline(__always)
  mutating func append(_ more: UnsafeRawBufferPointer) {
    guard let start = more.baseAddress else { return }
    reserve(more.count)
    unsafe UnsafeMutableRawPointer(memory + used).copyMemory(from: start, byteCount: more.count)
    used &+= more.count
  }

  /// Appends text, with spaces in front up to a width in bytes.
  public mutating func append(_ text: String, width: Int = 0) {
    var text = text
    text.withUTF8 { bytes in
      pad(bytes.count, to: width)
      unsafe append(UnsafeRawBufferPointer(bytes))
    }
  }

  /// Appends text left-aligned, with spaces behind up to a width in bytes.
  public mutating func append(leftAligned text: String, width: Int) {
    append(text)
    pad(text.utf8.count, to: width)
  }

  /// Ends a line, without spaces at its end.
  public mutating func endLine() {
    while unsafe used > 0 && memory[used - 1] == UInt8(ascii: " ") { used -= 1 }
    append(UInt8(ascii: "\n"))
  }

  /// Appends spaces that a text of some length lacks to a width.
  public mutating func pad(_ length: Int, to width: Int) {
    guard length < width else { return }
    reserve(width - length)
    unsafe (memory + used).initialize(repeating: UInt8(ascii: " "), count: width - length)
    used += width - length
  }
}
