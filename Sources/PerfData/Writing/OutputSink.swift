internal import Glibc
internal import PerfEvent

/// Bytes on their way to a file, a stream or an array, through a buffer.
///
/// It counts what went through, and can replace bytes of a regular file or an
/// array at the end.
@safe
final class OutputSink {
  private static let capacity: Int = 1 << 18
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let name: String
  /// The file that has no name yet.
  private let replacement: ReplacementFile?
  /// Empty when the bytes go to an array.
  private let buffer: UnsafeMutableRawBufferPointer
  private var used: Int = 0
  private var handedOn: UInt64 = 0
  private var memory: [UInt8] = []

  /// Opens a target.
  ///
  /// If bytes are to be replaced at the end, it has to be able to do that.
  init(_ target: WriterTarget, needsPatches: Bool) throws(PerfDataError) {
    switch target {
    case .memory:
      (descriptor, ownsDescriptor, name, replacement) = (-1, false, "memory", nil)
      unsafe buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
      return
    case .descriptor(let number):
      (descriptor, ownsDescriptor, name) = (number, false, "descriptor \(number)")
      replacement = nil
    case .replacement(let path) where !SystemCalls.isSpecial(path):
      do throws(Errno) {
        let file = try ReplacementFile(path)
        (descriptor, ownsDescriptor, name, replacement) = (file.descriptor, false, path, file)
      } catch {
        throw PerfDataError(writing: path, error)
      }
    case .path(let path), .replacement(let path):
      do throws(Errno) {
        descriptor = try SystemCalls.createFile(path)
      } catch {
        throw PerfDataError(writing: path, error)
      }
      (ownsDescriptor, name, replacement) = (true, path, nil)
    }
    if needsPatches && !SystemCalls.isPatchable(descriptor) {
      if ownsDescriptor { _ = close(descriptor) }
      throw PerfDataError(
        .unwritable, subject: name, offset: 0,
        detail: "sections need a regular file at its begin; a stream takes the form of a pipe")
    }
    unsafe buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: OutputSink.capacity, alignment: 4096)
  }

  deinit {
    if ownsDescriptor { _ = close(descriptor) }
    unsafe buffer.deallocate()
  }

  /// The number of bytes so far.
  var offset: UInt64 { handedOn &+ UInt64(truncatingIfNeeded: used) }

  /// Adds bytes.
  func append(_ bytes: RawSpan) throws(PerfDataError) {
    let count = bytes.byteCount
    guard unsafe count <= buffer.count &- used, count > 0 else { return try appendMany(bytes) }
    unsafe bytes.withUnsafeBytes { source in
      // The guard has just compared the bounds, and both have an address.
      if let from = source.baseAddress, let to = unsafe buffer.baseAddress {
        _ = unsafe memcpy(to + used, from, count)
      }
    }
    used &+= count
  }

  /// Adds bytes that the buffer has no room for.
  private func appendMany(_ bytes: RawSpan) throws(PerfDataError) {
    if descriptor < 0 {
      unsafe bytes.withUnsafeBytes { source in unsafe memory.append(contentsOf: source) }
      handedOn += UInt64(bytes.byteCount)
      return
    }
    try flush()
    if unsafe bytes.byteCount < buffer.count {
      if bytes.byteCount > 0 { try append(bytes) }
      return
    }
    try hand(bytes, at: nil)
    handedOn += UInt64(bytes.byteCount)
  }

  /// Hands what is in the buffer to the system.
  func flush() throws(PerfDataError) {
    guard used > 0 else { return }
    let filled = unsafe UnsafeRawBufferPointer(rebasing: buffer[0..<used])
    // What a failed write left over is not to be written again by a later one.
    let count = used
    used = 0
    unsafe try hand(RawSpan(_unsafeBytes: filled), at: nil)
    handedOn += UInt64(count)
  }

  /// Replaces bytes that were added before; the buffer has to be flushed.
  func replace(at offset: Int, with bytes: RawSpan) throws(PerfDataError) {
    if descriptor < 0 {
      for index in 0..<bytes.byteCount {
        memory[offset + index] = unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self)
      }
      return
    }
    try hand(bytes, at: offset)
  }

  private func hand(_ bytes: RawSpan, at offset: Int?) throws(PerfDataError) {
    var done = 0
    while done < bytes.byteCount {
      let rest = bytes.extracting(done..<bytes.byteCount)
      let result: Result<Int, Errno> = unsafe rest.withUnsafeBytes { source in
        do throws(Errno) {
          return .success(
            unsafe try SystemCalls.write(
              descriptor, at: offset.map { $0 + done }, from: source))
        } catch {
          return .failure(error)
        }
      }
      switch result {
      case .success(let count):
        done += count
      case .failure(let error):
        throw PerfDataError(
          writing: name, at: handedOn &+ UInt64(truncatingIfNeeded: done), error)
      }
    }
  }

  /// Gives a file that replaces another its name.
  func takeName() throws(PerfDataError) {
    do throws(Errno) {
      try replacement?.takeName()
    } catch {
      throw PerfDataError(writing: name, error)
    }
  }

  /// Hands out the bytes of an array; empty for other targets.
  func takeMemory() -> [UInt8] {
    let taken = memory
    memory = []
    return taken
  }
}
