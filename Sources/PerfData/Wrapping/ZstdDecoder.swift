internal import CZstd

/// Unpacks whole files that zstd packed.
@safe
struct ZstdDecoder: UnwrappingDecoder, ~Copyable {
  private let context: OpaquePointer

  /// Creates a decoder; nothing when there is no memory.
  init?() {
    guard let context = unsafe ZSTD_createDCtx() else { return nil }
    unsafe self.context = context
  }

  deinit {
    _ = unsafe ZSTD_freeDCtx(context)
  }

  mutating func step(
    _ input: UnsafeRawBufferPointer, _ output: UnsafeMutableRawBufferPointer,
    consumed: inout Int, produced: inout Int
  ) -> UnwrappingOutcome {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let result = unsafe ZSTD_decompressStream(context, &target, &source)
    unsafe (consumed, produced) = (source.pos, target.pos)
    if ZSTD_isError(result) != 0 {
      return .failure(unsafe String(cString: ZSTD_getErrorName(result)))
    }
    return result == 0 ? .end : .more
  }
}
