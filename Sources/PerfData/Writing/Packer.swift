internal import CZstd
internal import Glibc
internal import PerfEvent

/// Packs records into pieces of one endless zstd stream.
///
/// perf gives up at a piece that unpacks to nothing, and unpacks each into a
/// buffer of fixed size. So every piece ends with a flush, and holds no more
/// bytes than fit into a record even if they cannot be packed at all.
@safe
final class Packer {
  /// The bytes that go into a piece at most.
  static let pieceSize: Int = 64000
  /// The buffer that a reader needs for a piece, a multiple of the page size.
  static let bufferSize: UInt32 = 65536
  private static let outputSize: Int = 65500

  private let context: OpaquePointer
  private let output: UnsafeMutableRawBufferPointer
  let compression: RecordCompression
  private var input: [UInt8] = []
  private(set) var unpackedTotal: UInt64 = 0
  private(set) var packedTotal: UInt64 = 0

  init(_ compression: RecordCompression) throws(PerfDataError) {
    guard let context = unsafe ZSTD_createCCtx() else {
      throw PerfDataError(writing: "compressed records", Errno(rawValue: ENOMEM))
    }
    _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, compression.level)
    unsafe self.context = context
    unsafe output = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Packer.outputSize, alignment: 16)
    self.compression = compression
    input.reserveCapacity(Packer.pieceSize)
  }

  deinit {
    _ = unsafe ZSTD_freeCCtx(context)
    unsafe output.deallocate()
  }

  /// The mean ratio so far, rounded as perf does it.
  var ratio: UInt32 {
    guard packedTotal > 0 else { return 0 }
    return UInt32(clamping: (unpackedTotal + packedTotal / 2) / packedTotal)
  }

  /// Whether there is something to be packed.
  var isEmpty: Bool { input.isEmpty }

  /// Takes as many of the bytes as belong into the present piece.
  ///
  /// A record that fits into a piece is never cut.
  ///
  /// - Returns: How many bytes were taken; fewer than all mean that the piece is full.
  func take(_ bytes: RawSpan) -> Int {
    let room = Packer.pieceSize - input.count
    if bytes.byteCount > room && bytes.byteCount <= Packer.pieceSize { return 0 }
    let count = min(room, bytes.byteCount)
    unsafe bytes.extracting(0..<count).withUnsafeBytes {
      unsafe input.append(contentsOf: $0)
    }
    return count
  }

  /// Packs what was taken and hands it to a body.
  func flush(
    _ body: (RawSpan) throws(PerfDataError) -> Void
  ) throws(PerfDataError) {
    guard !input.isEmpty else { return }
    let (packed, failure) = unsafe input.withUnsafeBytes { bytes in
      var source = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
      var failure: String? = nil
      let rest = unsafe ZSTD_compressStream2(context, &target, &source, ZSTD_e_flush)
      if ZSTD_isError(rest) != 0 {
        failure = unsafe String(cString: ZSTD_getErrorName(rest))
      } else if rest != 0 {
        failure = "a piece did not fit"
      }
      return unsafe (target.pos, failure)
    }
    if let failure {
      throw PerfDataError(
        .compression, subject: "records to be packed", offset: 0, detail: failure)
    }
    unpackedTotal += UInt64(input.count)
    packedTotal += UInt64(packed)
    input.removeAll(keepingCapacity: true)
    let filled = unsafe UnsafeRawBufferPointer(rebasing: output[0..<packed])
    try unsafe body(RawSpan(_unsafeBytes: filled))
  }
}
