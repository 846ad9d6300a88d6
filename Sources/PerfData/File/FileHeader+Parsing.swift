internal import PerfEvent

extension FileHeader {
  /// The letters `PERFILE2` and `PERFFILE` as little-endian numbers.
  static let magic: UInt64 = 0x3245_4c49_4652_4550
  static let firstMagic: UInt64 = 0x454c_4946_4652_4550

  /// Reads the header of a whole file.
  init(parsing bytes: RawSpan) throws(PerfDataError) {
    let byteOrder = try FileHeader.byteOrder(of: bytes)
    var cursor = ByteCursor(bytes, byteOrder: byteOrder, subject: "file header")
    // A number in the file's byte order, except in version 1, a mere text.
    let magic = try cursor.readUInt64()
    let version = magic == FileHeader.magic ? 2 : 1
    let size = try cursor.readUInt64()
    if size == 16 {
      self.init(pipeVersion: version, byteOrder: byteOrder, count: bytes.byteCount)
      return
    }
    guard size == 72 || size >= 104 else {
      throw PerfDataError(
        .invalidSize, subject: "file header", offset: 8, value: size, limit: 104,
        detail: "known sizes are 16, 72 and 104")
    }
    let attributeSize = try cursor.readUInt64()
    let attributes = try cursor.readSection()
    let data = try cursor.readSection()
    let eventTypes = try cursor.readSection()
    self.init(
      mode: .file, version: version, byteOrder: byteOrder, size: size,
      attributeSize: attributeSize, attributes: attributes, data: data, eventTypes: eventTypes,
      features: size == 72 ? [] : try cursor.readFeatures())
  }

  private init(pipeVersion version: Int, byteOrder: ByteOrder, count: Int) {
    let none = FileSection(offset: 0, size: 0)
    self.init(
      mode: .pipe, version: version, byteOrder: byteOrder, size: 16, attributeSize: 0,
      attributes: none, data: FileSection(offset: 16, size: UInt64(clamping: count - 16)),
      eventTypes: none, features: [])
  }

  /// Finds the byte order: the magic number shows it, except in version 1,
  /// where only the size of the attributes does.
  private static func byteOrder(of bytes: RawSpan) throws(PerfDataError) -> ByteOrder {
    let magic = try magic(of: bytes)
    if magic == FileHeader.magic { return .littleEndian }
    if magic == FileHeader.magic.byteSwapped { return .bigEndian }
    var cursor = ByteCursor(bytes, byteOrder: .littleEndian, subject: "file header")
    try cursor.skip(16)
    return try cursor.readUInt64() < 1 << 16 ? .littleEndian : .bigEndian
  }

  /// Reads the magic number, as a little-endian one; throws if it is none that is known.
  static func magic(of bytes: RawSpan) throws(PerfDataError) -> UInt64 {
    guard bytes.byteCount >= 8 else {
      throw PerfDataError(
        .notPerfData, subject: "file header", offset: 0, detail: "it has \(bytes.byteCount) bytes")
    }
    var cursor = ByteCursor(bytes, byteOrder: .littleEndian, subject: "file header")
    let magic = try cursor.readUInt64()
    switch magic {
    case FileHeader.magic, FileHeader.magic.byteSwapped, FileHeader.firstMagic:
      return magic
    default:
      let shown = String(magic.byteSwapped, radix: 16)
      throw PerfDataError(
        .notPerfData, subject: "file header", offset: 0, value: magic,
        detail: "it begins with the bytes 0x\(shown)")
    }
  }
}

extension ByteCursor {
  /// Reads the 256 bits that say which features there are.
  ///
  /// Machines whose words have four bytes and the other byte order wrote eight
  /// of those; then the bit of the host name, which every recorder sets, only
  /// appears when they are read so.
  @_lifetime(self: copy self)
  fileprivate mutating func readFeatures() throws(PerfDataError) -> [HeaderFeature] {
    var words: [UInt64] = []
    for _ in 0..<4 { words.append(try readUInt64()) }
    if isSwapped, words[0] & 8 == 0, words[0] >> 32 & 8 != 0 {
      words = words.map { $0 << 32 | $0 >> 32 }
    }
    var features: [HeaderFeature] = []
    for (index, word) in words.enumerated() {
      for bit in 0..<64 where word >> UInt64(bit) & 1 != 0 {
        features.append(HeaderFeature(rawValue: UInt32(index * 64 + bit)))
      }
    }
    return features
  }
}
