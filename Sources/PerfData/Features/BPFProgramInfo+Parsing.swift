extension BPFProgramInfo {
  /// Reads a program: its description and the arrays to which that points.
  ///
  /// - Throws: ``PerfDataError`` when an array does not lie within its data.
  init(parsing cursor: inout ByteCursor) throws(PerfDataError) {
    let informationSize = Int(try cursor.readUInt32())
    let dataSize = Int(try cursor.readUInt32())
    arrays = Arrays(rawValue: try cursor.readUInt64())
    let start = cursor.position
    // Older kernels tell less: what is missing is 0.
    let stored = try cursor.readBytes(informationSize)
    information = [UInt8](copying: stored)
    let whole = information + [UInt8](repeating: 0, count: max(0, 232 - informationSize))
    let arrayBytes = try cursor.readBytes(dataSize)
    data = [UInt8](copying: arrayBytes)
    let fields = unsafe FieldBytes(whole.span.bytes, isSwapped: cursor.isSwapped)
    readNumbers(fields)
    let base = cursor.base &+ UInt64(clamping: start + informationSize)
    try readArrays(
      fields, Part(bytes: arrayBytes, isSwapped: cursor.isSwapped, base: base))
  }

  private mutating func readNumbers(_ fields: FieldBytes) {
    type = fields.uint32(0)
    identifier = fields.uint32(4)
    tag = [UInt8](copying: fields.slice(8, 8))
    loadTime = fields.uint64(40)
    user = fields.uint32(48)
    name = String(nulTerminated: fields.slice(64, 16))
    typeFormatID = fields.uint32(128)
    runTime = fields.uint64(192)
    runCount = fields.uint64(200)
  }

  private mutating func readArrays(
    _ fields: FieldBytes, _ data: Part
  ) throws(PerfDataError) {
    if arrays.contains(.machineCode) {
      machineCode = try data.bytes(at: fields.uint64(24), count: fields.uint32(16))
    }
    if arrays.contains(.instructions) {
      instructions = try data.bytes(at: fields.uint64(32), count: fields.uint32(20))
    }
    if arrays.contains(.maps) {
      maps = try data.halves(at: fields.uint64(56), count: fields.uint32(52))
    }
    if arrays.contains(.symbols) {
      symbols = try data.words(at: fields.uint64(112), count: fields.uint32(104))
    }
    if arrays.contains(.functionSizes) {
      functionSizes = try data.halves(at: fields.uint64(120), count: fields.uint32(108))
    }
    if arrays.contains(.functions) {
      functions = try data.bytes(
        at: fields.uint64(136), count: fields.uint32(144), size: fields.uint32(132))
    }
    if arrays.contains(.lines) {
      lines = try data.bytes(
        at: fields.uint64(152), count: fields.uint32(148), size: fields.uint32(172))
    }
    if arrays.contains(.machineLines) {
      machineLines = try data.words(at: fields.uint64(160), count: fields.uint32(168))
    }
    if arrays.contains(.tags) {
      tags = try data.tags(at: fields.uint64(184), count: fields.uint32(180))
    }
  }

  /// The arrays of a program in a row; offsets count from the first of them.
  private struct Part: ~Escapable {
    let all: RawSpan
    let isSwapped: Bool
    let base: UInt64

    @_lifetime(copy bytes)
    init(bytes: RawSpan, isSwapped: Bool, base: UInt64) {
      all = bytes
      self.isSwapped = isSwapped
      self.base = base
    }

    @_lifetime(copy self)
    private func part(
      _ offset: UInt64, _ count: UInt32, size: UInt32
    ) throws(PerfDataError) -> RawSpan {
      // Two numbers of 32 bits cannot overflow when they are multiplied in 64.
      let needed = UInt64(count) * UInt64(size)
      let limit = UInt64(clamping: all.byteCount)
      guard offset <= limit, needed <= limit - offset else {
        throw PerfDataError(
          .invalidSize, subject: "BPF program", offset: base, value: offset &+ needed,
          limit: limit)
      }
      let start = Int(truncatingIfNeeded: offset)
      return all.extracting(start..<(start + Int(truncatingIfNeeded: needed)))
    }

    func bytes(
      at offset: UInt64, count: UInt32, size: UInt32 = 1
    ) throws(PerfDataError) -> [UInt8] {
      [UInt8](copying: try part(offset, count, size: size))
    }

    func halves(at offset: UInt64, count: UInt32) throws(PerfDataError) -> [UInt32] {
      let fields = FieldBytes(try part(offset, count, size: 4), isSwapped: isSwapped)
      return (0..<Int(count)).map { fields.uint32(4 * $0) }
    }

    func words(at offset: UInt64, count: UInt32) throws(PerfDataError) -> [UInt64] {
      UInt64View(bytes: try part(offset, count, size: 8), isSwapped: isSwapped).array
    }

    func tags(at offset: UInt64, count: UInt32) throws(PerfDataError) -> [[UInt8]] {
      let fields = FieldBytes(try part(offset, count, size: 8), isSwapped: isSwapped)
      return (0..<Int(count)).map { [UInt8](copying: fields.slice(8 * $0, 8)) }
    }
  }
}
