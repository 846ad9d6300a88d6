import CZstd
import PerfData
import PerfEvent
import Testing

@Suite("Compressed records")
struct CompressionTests {
  /// One endless stream of zstd, cut into pieces of unpacked bytes.
  private static func pieces(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    var pieces: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
      let piece = Array(bytes[start..<min(bytes.count, start + size)])
      var target = [UInt8](repeating: 0, count: ZSTD_compressBound(piece.count) + 64)
      let count = piece.withUnsafeBytes { source in
        target.withUnsafeMutableBytes { destination in
          var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
          var output = ZSTD_outBuffer(dst: destination.baseAddress, size: destination.count, pos: 0)
          _ = ZSTD_compressStream2(context, &output, &input, ZSTD_e_flush)
          return output.pos
        }
      }
      pieces.append(Array(target[..<count]))
      start += size
    }
    return pieces
  }

  private static func samples(_ count: Int, _ order: ByteOrder = .littleEndian) -> PerfDataBuilder {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .period])
    for number in 0..<count {
      builder.record(9) { $0.u64(UInt64(number) &* 0x9e37_79b9_7f4a_7c15, UInt64(number)) }
    }
    return builder
  }

  static func compressed(
    _ plain: PerfDataBuilder, size: Int, kind: UInt32, rounds: Bool = true
  ) -> PerfDataBuilder {
    var builder = plain
    let stream = plain.records.flatMap { $0 }
    builder.records = []
    for piece in pieces(stream, of: size) {
      builder.record(kind) { body in
        if kind == 83 { body.u64(UInt64(piece.count)) }
        body.raw(piece)
        if kind == 83 { body.pad(8) }
      }
      if rounds { builder.record(68) { _ in } }
    }
    return builder
  }

  @Test(
    "Records that span pieces come out whole, in file and pipe",
    arguments: [1, 7, 8, 23, 24, 25, 1000, 100_000], [UInt32(81), 83])
  func spanning(size: Int, kind: UInt32) throws {
    for order in [ByteOrder.littleEndian, .bigEndian] {
      let plain = Self.samples(size < 8 ? 40 : 3000, order)
      let packed = Self.compressed(plain, size: size, kind: kind)
      let expected = Summary(try PerfDataFile(bytes: plain.file()))
      for bytes in [packed.file(), packed.pipe()] {
        let found = Summary(try PerfDataFile(bytes: bytes))
        #expect(found.samples == expected.samples)
        #expect(found.pointerSum == expected.pointerSum)
        #expect(found.periodSum == expected.periodSum)
        #expect(found.kinds[kind] == found.kinds[68])
        #expect(found.fault == nil)
      }
    }
  }

  @Test("A record whose end is missing is reported behind the others")
  func missingEnd() throws {
    var plain = Self.samples(10)
    plain.records[9].removeLast(4)
    let packed = Self.compressed(plain, size: 50, kind: 81)
    let summary = Summary(try PerfDataFile(bytes: packed.file()))
    #expect(summary.samples == 9)
    #expect(summary.fault?.code == .truncated)
  }

  @Test("A piece that unpacks to far more than any buffer is handed out in steps")
  func largePiece() throws {
    let plain = Self.samples(0)
    var builder = plain
    // One record repeated 400000 times: 9.6 MB that pack to almost nothing.
    var record = ByteWriter()
    record.u32(9)
    record.u16(0, 24)
    record.u64(3, 5)
    let stream = (0..<400_000).flatMap { _ in record.bytes }
    for piece in Self.pieces(stream, of: stream.count) {
      builder.record(81) { $0.raw(piece) }
    }
    let summary = Summary(try PerfDataFile(bytes: builder.file()))
    #expect(summary.samples == 400_000)
    #expect(summary.periodSum == 2_000_000)
    #expect(summary.fault == nil)
  }

  /// A frame of zstd, not ended, of blocks that each stand for 128 KiB of one byte.
  static func runs(_ count: Int, of byte: UInt8) -> [UInt8] {
    // The magic number, no optional fields, and a window of 2 MiB (RFC 8878).
    var bytes: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0, 0x58]
    let header = UInt32(1 << 17) << 3 | 1 << 1
    for _ in 0..<count {
      bytes += [UInt8(header & 0xff), UInt8(header >> 8 & 0xff), UInt8(header >> 16), byte]
    }
    return bytes
  }

  @Test("What unpacks to far more than any recorder packs is refused", arguments: [81, 83])
  func bomb(kind: UInt32) throws {
    // The unpacked bytes are records of type 0x08080808 with 0x0808 bytes.
    for (blocks, repeats, isRefused) in [
      (546, 1, false), (547, 1, true), (546, 2, true), (99, 99, true),
    ] {
      var builder = Self.samples(1)
      let stream = Self.runs(blocks, of: 8)
      for index in 0..<repeats {
        let piece = index == 0 ? stream : Array(stream.dropFirst(6))
        builder.record(kind) { body in
          if kind == 83 { body.u64(UInt64(piece.count)) }
          body.raw(piece)
        }
      }
      let file = try PerfDataFile(bytes: builder.file())
      let summary = Summary(file)
      let packed = UInt64(stream.count * repeats)
      #expect((summary.kinds[0x0808_0808] ?? 0) <= (2048 * packed + 1 << 26) / 0x0808)
      #expect(
        (summary.fault?.code == .compression) == isRefused, "\(summary.fault.debugDescription)")
    }
  }

  @Test("Bytes that are not zstd are an error with the place of their record")
  func garbage() throws {
    var builder = Self.samples(2)
    builder.record(81) { $0.raw([UInt8](repeating: 0xa5, count: 64)) }
    builder.record(9) { $0.u64(1, 1) }
    let file = try PerfDataFile(bytes: builder.file())
    let summary = Summary(file)
    #expect(summary.samples == 2)
    #expect(summary.fault?.code == .compression)
    #expect(summary.fault?.offset == UInt64(file.dataRange.lowerBound + 48))
  }

  @Test("A count beyond its record is refused")
  func impossibleCount() throws {
    var builder = Self.samples(1)
    builder.record(83) { $0.u64(1 << 40, 0) }
    let summary = Summary(try PerfDataFile(bytes: builder.file()))
    #expect(summary.samples == 1)
    #expect(summary.fault?.code == .invalidSize)
  }
}
