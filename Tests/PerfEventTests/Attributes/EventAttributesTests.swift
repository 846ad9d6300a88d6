import CPerfEvent
import TestSupport
import Testing

@testable import PerfEvent

@Suite struct EventAttributesTests {
  /// Random content whose size field says what it is; the seed is the size.
  private func content(size: Int, byteOrder: ByteOrder) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(size))
    var bytes: [UInt8] = generator.bytes(size)
    for index in 0..<4 {
      let place: Int = byteOrder == .littleEndian ? index : 3 - index
      bytes[4 + place] = UInt8(truncatingIfNeeded: size >> (8 * index))
    }
    return bytes
  }

  @Test(arguments: Array(64...200), [ByteOrder.littleEndian, .bigEndian])
  func `bytes come back as they were`(size: Int, byteOrder: ByteOrder) throws {
    let bytes: [UInt8] = content(size: size, byteOrder: byteOrder)
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: byteOrder)
    #expect(attributes.bytes(byteOrder: byteOrder, size: size) == bytes)
  }

  /// Every cut field ends in the tail, and so does everything behind config4.
  @Test(arguments: Array(64...200))
  func `what is unknown is the tail`(size: Int) throws {
    let bytes: [UInt8] = content(size: size, byteOrder: .littleEndian)
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .littleEndian)
    let ends: [Int] = [
      64, 72, 80, 88, 92, 96, 104, 108, 110, 112, 116, 120, 128, 136, 144,
    ]
    let known: Int = ends.last { $0 <= size } ?? 0
    #expect(attributes.unknownTail == Array(bytes[known...]))
  }

  @Test(arguments: Array(64...144))
  func `both byte orders mean the same`(size: Int) throws {
    let bytes: [UInt8] = content(size: size, byteOrder: .littleEndian)
    var attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .littleEndian)
    attributes.unknownTail = []
    let swapped: [UInt8] = attributes.bytes(byteOrder: .bigEndian, size: 144)
    let again = try EventAttributes(parsing: swapped.span.bytes, byteOrder: .bigEndian)
    #expect(again == attributes)
  }

  /// Offsets of counting.md section 1 and of the kernel's header.
  @Test func `fields stand at the kernel's offsets`() throws {
    var bytes = [UInt8](repeating: 0, count: 144)
    let places: [Int] = [
      0, 8, 16, 24, 32, 40, 48, 52, 56, 64, 72, 80, 88, 92, 96, 104, 108, 112, 116, 120, 128, 136,
    ]
    for (index, place) in places.enumerated() { bytes[place] = UInt8(index + 1) }
    bytes[4] = 144
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .littleEndian)
    #expect(attributes.type.rawValue == 1)
    #expect(attributes.config == 2)
    #expect(attributes.samplePeriod == 3)
    #expect(attributes.sampleFields.rawValue == 4)
    #expect(attributes.readFormat.rawValue == 5)
    #expect(attributes.flags.rawValue == 6)
    #expect(attributes.wakeup == 7)
    #expect(attributes.breakpointAccess.rawValue == 8)
    #expect(attributes.config1 == 9)
    #expect(attributes.config2 == 10)
    #expect(attributes.branchFields.rawValue == 11)
    #expect(attributes.userRegisters == 12)
    #expect(attributes.userStackSize == 13)
    #expect(attributes.clockID == 14)
    #expect(attributes.interruptRegisters == 15)
    #expect(attributes.auxWatermark == 16)
    #expect(attributes.maximumCallchainDepth == 17)
    #expect(attributes.auxSampleSize == 18)
    #expect(attributes.auxAction == 19)
    #expect(attributes.signalData == 20)
    #expect(attributes.config3 == 21)
    #expect(attributes.config4 == 22)
  }

  /// By hand: flag i is bit 63 - i of the swapped word, so the byte 40 + i / 8
  /// holds it at its bit 7 - i % 8; two-bit fields keep their order.
  @Test(arguments: 0..<40)
  func `a big-endian flag is mirrored`(bit: Int) throws {
    guard bit != 15, bit != 16 else { return }
    var bytes = [UInt8](repeating: 0, count: 64)
    bytes[40 + bit / 8] = 1 << (7 - bit % 8)
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .bigEndian)
    #expect(attributes.flags.rawValue == 1 << bit)
    #expect(attributes.bytes(byteOrder: .bigEndian, size: 64)[40..<48] == bytes[40..<48])
  }

  /// perfdata.md section 14: precise_ip = (v >> 47) & 3, where perf turns 1 into 2.
  @Test(arguments: [UInt8(0), 1, 2, 3])
  func `big-endian precision keeps the order of its bits`(precision: UInt8) throws {
    var bytes = [UInt8](repeating: 0, count: 64)
    // Bits 47 and 48 of the word are bit 7 of its byte 2 and bit 0 of its byte 1.
    bytes[41] = precision >> 1
    bytes[42] = (precision & 1) << 7
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .bigEndian)
    #expect(attributes.precision == precision)
    #expect(attributes.flags.rawValue == UInt64(precision) << 15)
    #expect(attributes.bytes(byteOrder: .bigEndian, size: 64)[40..<48] == bytes[40..<48])
  }

  @Test func `a hand-made big-endian header reads right`() throws {
    // type 1, size 64, config 9, period 4000, IP|TID, id, disabled|inherit|freq
    let bytes: [UInt8] =
      [0, 0, 0, 1, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 9]
      + [0, 0, 0, 0, 0, 0, 0x0f, 0xa0, 0, 0, 0, 0, 0, 0, 0, 3]
      + [0, 0, 0, 0, 0, 0, 0, 4, 0xc0, 0x20, 0, 0, 0, 0, 0, 0]
      + [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .bigEndian)
    var expected = EventAttributes(type: .software, config: 9)
    expected.samplePeriod = 4000
    expected.sampleFields = [.instructionPointer, .thread]
    expected.readFormat = .id
    expected.flags = [.disabled, .inherit, .frequency]
    expected.wakeup = 1
    expected.config1 = 7
    #expect(attributes == expected)
  }

  @Test(arguments: [64, 72, 100, 144, 200], [ByteOrder.littleEndian, .bigEndian])
  func `every truncation is an error`(size: Int, byteOrder: ByteOrder) {
    let bytes: [UInt8] = content(size: size, byteOrder: byteOrder)
    for length in 0..<size {
      let expected: EventAttributesError = .truncated(
        size: length < 8 ? 64 : UInt32(size), available: length)
      #expect(throws: expected) {
        try EventAttributes(parsing: bytes.span.bytes.extracting(..<length), byteOrder: byteOrder)
      }
    }
  }

  @Test(arguments: 1..<64)
  func `a size below the first version is an error`(size: Int) {
    var bytes = [UInt8](repeating: 0, count: 64)
    bytes[4] = UInt8(size)
    #expect(throws: EventAttributesError.sizeTooSmall(size: UInt32(size))) {
      try EventAttributes(parsing: bytes.span.bytes, byteOrder: .littleEndian)
    }
  }

  @Test func `size zero means the first version`() throws {
    var bytes = [UInt8](repeating: 0xff, count: 80)
    bytes.replaceSubrange(4..<8, with: [0, 0, 0, 0])
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .littleEndian)
    #expect(attributes.config1 == .max)
    #expect(attributes.config2 == 0)
    #expect(attributes.unknownTail == [])
    #expect(attributes.bytes(byteOrder: .littleEndian, size: 64)[4] == 64)
  }

  @Test func `a claimed size of gigabytes allocates nothing`() {
    var bytes = [UInt8](repeating: 0, count: 64)
    bytes.replaceSubrange(4..<8, with: [0xff, 0xff, 0xff, 0xff])
    #expect(throws: EventAttributesError.truncated(size: .max, available: 64)) {
      try EventAttributes(parsing: bytes.span.bytes, byteOrder: .littleEndian)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the kernel's structure has the same content`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes: [UInt8] = generator.bytes(144)
    bytes.replaceSubrange(4..<8, with: [144, 0, 0, 0])
    let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: .native)
    let structure: cperf_event_attr = attributes.kernelStructure
    #expect(EventAttributes(structure) == attributes)
    #expect(withUnsafeBytes(of: structure) { Array($0) } == bytes)
  }

  @Test func `the smallest size grows with the fields that are set`() {
    let changes: [(UInt32, (inout EventAttributes) -> Void)] = [
      (64, { $0.config1 = 1 }), (72, { $0.config2 = 1 }), (80, { $0.branchFields = .any }),
      (96, { $0.userRegisters = 1 }), (96, { $0.userStackSize = 8 }), (96, { $0.clockID = -1 }),
      (104, { $0.interruptRegisters = 1 }), (112, { $0.auxWatermark = 1 }),
      (112, { $0.maximumCallchainDepth = 1 }), (120, { $0.auxSampleSize = 1 }),
      (120, { $0.auxAction = 1 }), (128, { $0.signalData = 1 }), (136, { $0.config3 = 1 }),
      (144, { $0.config4 = 1 }),
    ]
    var all = EventAttributes(type: .software)
    #expect(all.smallestSize == 64)
    for (size, change) in changes {
      var alone = EventAttributes(type: .software)
      change(&alone)
      #expect(alone.smallestSize == size)
      change(&all)
      #expect(all.smallestSize == size)
      #expect(EventAttributes.publishedSizes.contains(size))
    }
  }

  @Test func `precision takes two bits and no other`() {
    var attributes = EventAttributes(type: .hardware)
    attributes.flags = [.watermark, .mmapData]
    for precision: UInt8 in 0...3 {
      attributes.precision = precision
      #expect(attributes.precision == precision)
      #expect(attributes.flags.isSuperset(of: [.watermark, .mmapData]))
      #expect(attributes.flags.rawValue & ~(3 << 15) == 1 << 14 | 1 << 17)
    }
  }

  @Test func `errors say what is wrong`() {
    #expect(
      EventAttributesError.sizeTooSmall(size: 12).description
        == "event attributes claim a size of 12 bytes, less than the smallest possible, 64")
    #expect(
      EventAttributesError.truncated(size: 136, available: 100).description
        == "event attributes claim a size of 136 bytes, but only 100 are there")
  }
}
