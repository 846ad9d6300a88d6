// Reads are inlined into the caller, system call and all.
public import CPerfEvent

extension EventDescriptor {
  /// Reads the event's, or its group's, present counts.
  ///
  /// ``ReadLayout`` says where they stand. It is one system call without
  /// allocation.
  ///
  /// - Parameter words: Where the counts go; at least as many words as the layout
  ///   of the attributes' read format has.
  /// - Returns: The number of words read; 0 if a pinned event lost its counter.
  /// - Throws: ``PerfEventError/systemCall(_:_:)`` with the error of read(2), which
  ///   is "no space" if the words are too few.
  @inlinable
  public func read(into words: inout MutableSpan<UInt64>) throws(PerfEventError) -> Int {
    try read(into: &words, from: 0, count: words.count)
  }

  /// Reads the event's, or its group's, present counts into part of some words.
  ///
  /// Behind a system call, processors predict each return wrongly; that is why
  /// this function is inlined.
  ///
  /// - Parameters:
  ///   - words: Where the counts go.
  ///   - start: The place of the first count; within the words.
  ///   - count: The number of words that may be filled.
  /// - Returns: The number of words read; 0 if a pinned event lost its counter.
  /// - Throws: ``PerfEventError/systemCall(_:_:)`` with the error of read(2), which
  ///   is "no space" if the words are too few.
  @inlinable
  @inline(__always)
  public func read(
    into words: inout MutableSpan<UInt64>, from start: Int, count: Int
  ) throws(PerfEventError) -> Int {
    precondition(start >= 0 && count >= 0 && count <= words.count - start)
    if dispatch.isLinux {
      let result: Int64 = unsafe words.withUnsafeMutableBufferPointer { buffer in
        let first = unsafe buffer.baseAddress.map { unsafe $0 + start }
        return unsafe cperf_read(fileDescriptor, first, count &* 8)
      }
      if result >= 0 { return Int(result) / 8 }
    }
    return try readThroughSeam(into: &words, from: start, count: count)
  }

  /// Reads once more, with all that errors and other kernels need.
  @usableFromInline
  @inline(never)
  func readThroughSeam(
    into words: inout MutableSpan<UInt64>, from start: Int, count: Int
  ) throws(PerfEventError) -> Int {
    do {
      return try unsafe words.withUnsafeMutableBytes { (bytes) throws(Errno) in
        let part = unsafe UnsafeMutableRawBufferPointer(
          rebasing: bytes[start * 8..<(start + count) * 8])
        return try unsafe kernel.read(fileDescriptor, into: part) / 8
      }
    } catch {
      throw .systemCall("read", error)
    }
  }
}
