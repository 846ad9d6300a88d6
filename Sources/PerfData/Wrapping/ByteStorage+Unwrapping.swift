internal import PerfEvent

extension ByteStorage {
  /// Returns the bytes, unpacked into memory if they are those of a packed file.
  ///
  /// What a damaged file held in front of the damage is kept, with the fault.
  ///
  /// - Parameters:
  ///   - name: The name of the file for errors.
  ///   - limit: The number of bytes that it may unpack to.
  /// - Returns: This storage, or a new one.
  /// - Throws: ``PerfDataError`` when it cannot be unpacked, or is too long.
  func unwrapped(name: String, limit: Int) throws(PerfDataError) -> ByteStorage {
    guard let wrapping = Wrapping(span) else { return self }
    if let library = wrapping.library, DynamicLibrary(library) == nil {
      throw PerfDataError(
        .unsupported, subject: "packed file", offset: 0,
        detail: "\(library) is not installed; unpack the file with \(wrapping.program)")
    }
    var buffer = GrowingBuffer()
    let reason: String?
    switch wrapping {
    case .gzip: reason = try buffer.fill(from: span, limit: limit, name: name) { GzipDecoder() }
    case .xz: reason = try buffer.fill(from: span, limit: limit, name: name) { XZDecoder() }
    case .zstd: reason = try buffer.fill(from: span, limit: limit, name: name) { ZstdDecoder() }
    }
    let fault = reason.map { reason in
      PerfDataError(.compression, subject: "packed file", offset: 0, detail: reason)
    }
    do throws(Errno) {
      return unsafe try ByteStorage(adopting: buffer.take(), wrappingFault: fault)
    } catch {
      throw PerfDataError(path: name, error)
    }
  }
}
