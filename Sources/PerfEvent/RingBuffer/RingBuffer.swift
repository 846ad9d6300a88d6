internal import CPerfEvent

/// The owner of the memory in which the kernel leaves an event's records.
///
/// Records come out in the order in which the kernel wrote them. A record's bytes
/// are lent until the next one is asked for; then the kernel may overwrite them.
@safe
public struct RingBuffer: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer
  private let kernel: any Kernel
  private let dataOffset: Int
  private let dataSize: Int
  private var head: UInt64
  private var tail: UInt64
  private var lentBytes: UInt64 = 0
  /// Where a record that crosses the end is put together.
  private let joined: UnsafeMutableRawBufferPointer

  /// The number of bytes that were skipped because they were no records.
  ///
  /// Always 0 while nobody else writes to the buffer.
  public private(set) var skippedBytes: UInt64 = 0

  /// Maps the ring buffer of a sampling event.
  ///
  /// - Parameters:
  ///   - descriptor: The event.
  ///   - dataPages: The pages for records, a power of two.
  /// - Throws: ``PerfEventError``; ``PerfEventError/mappingTooLarge(bytes:allowedKilobytes:)``
  ///   if the user may not map so much, and invalid argument from mmap(2) if the
  ///   number is no power of two.
  public init(of descriptor: borrowing EventDescriptor, dataPages: Int) throws(PerfEventError) {
    guard dataPages > 0, dataPages & (dataPages - 1) == 0 else {
      throw .systemCall("mmap", .invalidArgument)
    }
    let (pages, overflow) = dataPages.addingReportingOverflow(1)
    guard !overflow else { throw .systemCall("mmap", .invalidArgument) }
    let mapped = try unsafe descriptor.map(pages: pages, access: .readWrite)
    unsafe memory = unsafe mapped
    kernel = descriptor.kernel
    dataOffset = MemoryPage.size
    dataSize = dataPages * MemoryPage.size
    unsafe joined = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    tail = unsafe Self.page(mapped).pointee.data_tail
    head = tail
  }

  deinit {
    unsafe kernel.unmap(memory)
    unsafe joined.deallocate()
  }

  /// Whether a record can be had now.
  public mutating func hasRecords() -> Bool {
    refreshHead()
    return head &- tail > lentBytes
  }

  /// Takes the oldest record, and gives the room of the one before back.
  ///
  /// - Returns: The record from its header on, lent until the next call, or nil if
  ///   the kernel has written no further one yet.
  /// - Complexity: O(1); a record that crosses the end of the buffer is copied.
  @_lifetime(&self)
  public mutating func next() -> RawSpan? {
    release()
    if head == tail { refreshHead() }
    guard let size = sizeOfRecord() else { return nil }
    lentBytes = UInt64(size)
    let start: Int = Int(tail & UInt64(dataSize - 1))
    let bytes: UnsafeRawBufferPointer =
      unsafe start + size <= dataSize
      ? UnsafeRawBufferPointer(rebasing: data[start..<start + size])
      : join(start: start, size: size)
    return unsafe _overrideLifetime(bytes.bytes, mutating: &self)
  }

  /// Gives the room of the last record back to the kernel.
  public mutating func release() {
    guard lentBytes > 0 else { return }
    tail &+= lentBytes
    lentBytes = 0
    unsafe cperf_store_release(&Self.page(memory).pointee.data_tail, tail)
  }

  private mutating func refreshHead() {
    head = unsafe cperf_load_acquire(&Self.page(memory).pointee.data_head)
  }

  /// The size of the record at the tail; skips everything if there is no record.
  private mutating func sizeOfRecord() -> Int? {
    let available: UInt64 = head &- tail
    guard available > 0 else { return nil }
    // Records are multiples of 8 bytes, so that a header never crosses the end,
    // and the kernel never writes more than there is room for.
    let start: Int = Int(tail & UInt64(dataSize - 1))
    if available >= 8 && available <= UInt64(dataSize) && start + 8 <= dataSize {
      let size = Int(unsafe data.loadUnaligned(fromByteOffset: start + 6, as: UInt16.self))
      if size >= 8 && size & 7 == 0 && UInt64(size) <= available { return size }
    }
    skippedBytes &+= available
    lentBytes = available
    release()
    return nil
  }

  private func join(start: Int, size: Int) -> UnsafeRawBufferPointer {
    let first: Int = dataSize - start
    unsafe joined.copyMemory(from: UnsafeRawBufferPointer(rebasing: data[start...]))
    unsafe UnsafeMutableRawBufferPointer(rebasing: joined[first...])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: data[..<(size - first)]))
    return unsafe UnsafeRawBufferPointer(rebasing: joined[..<size])
  }

  private var data: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: memory[dataOffset..<dataOffset + dataSize])
  }

  private static func page(
    _ memory: UnsafeMutableRawBufferPointer
  ) -> UnsafeMutablePointer<cperf_event_mmap_page> {
    // Mapped memory is never empty.
    unsafe memory.assumingMemoryBound(to: cperf_event_mmap_page.self).baseAddress.unsafelyUnwrapped
  }
}

// Whoever holds the owner is the only reader.
extension RingBuffer: @unchecked Sendable {}
