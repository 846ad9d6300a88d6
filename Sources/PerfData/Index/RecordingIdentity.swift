/// By what an index recognises its recording: size, time of change and first bytes.
struct RecordingIdentity: Hashable, Sendable {
  /// The sizes and times of change of its files, the main one first.
  let files: [UInt64]
  /// A checksum of the first and the last bytes of the main file.
  let checksum: UInt64

  init(files: [UInt64], checksum: UInt64) {
    self.files = files
    self.checksum = checksum
  }

  init(_ file: borrowing PerfDataFile) {
    var files: [UInt64] = []
    for storage in [file.storage] + file.parts {
      files.append(UInt64(storage.span.byteCount))
      files.append(UInt64(bitPattern: storage.modified))
    }
    self.files = files
    let bytes = file.bytes
    let count = min(bytes.byteCount, 4096)
    var sum = Checksum()
    sum.add(bytes.extracting(0..<count))
    sum.add(bytes.extracting((bytes.byteCount - count)..<bytes.byteCount))
    checksum = sum.value
  }
}

/// The checksum FNV-1a of 64 bits, taken over words of eight bytes.
///
/// It finds accidents and no intent.
struct Checksum {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: RawSpan) {
    var position = 0
    while bytes.byteCount - position >= 8 {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      value = (value ^ UInt64(littleEndian: word)) &* 0x0000_0100_0000_01b3
      value ^= value >> 29
      position += 8
    }
    while position < bytes.byteCount {
      let byte = unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
      value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      position += 1
    }
  }
}
