import PerfData
import PerfEvent
import Testing

@Suite("Fields of tracepoints")
struct TracepointFieldTests {
  static func field(
    _ declaration: String, _ offset: Int, _ size: Int, signed: Bool = false,
    _ order: ByteOrder = .littleEndian, longSize: Int = 8
  ) throws -> TracepointField {
    let line = TracepointSamples.field(declaration, offset, size, signed: signed)
    let format = try TracepointFormat(
      parsing: TracepointSamples.format("x", id: 1, [line]), system: "test", byteOrder: order,
      longSize: longSize)
    return try #require(format.fields.last)
  }

  /// A copy of the integers, since an expectation takes no views.
  static func array(_ field: TracepointField, _ raw: RawSpan) -> [UInt64]? {
    guard let integers = field.integers(in: raw) else { return nil }
    return integers.array
  }

  struct Declared: Sendable {
    let declaration: String
    let size: Int
    let kind: TracepointField.Kind
    let name: String
    let type: String
    var length: Int?
    var element: Int
    var placement: TracepointField.Placement = .inline
  }

  static let declared: [Declared] = [
    Declared(
      declaration: "int a", size: 4, kind: .integer, name: "a", type: "int", element: 4),
    Declared(
      declaration: "enum pm_event e", size: 4, kind: .integer, name: "e", type: "enum pm_event",
      element: 4),
    Declared(
      declaration: "bool b", size: 1, kind: .integer, name: "b", type: "bool", element: 1),
    Declared(
      declaration: "const char * s", size: 8, kind: .pointer, name: "s", type: "const char *",
      element: 8),
    Declared(
      declaration: "void *p", size: 8, kind: .pointer, name: "p", type: "void *", element: 8),
    Declared(
      declaration: "char comm[16]", size: 16, kind: .text, name: "comm", type: "char",
      length: 16, element: 1),
    Declared(
      declaration: "char comm[TASK_COMM_LEN]", size: 16, kind: .text, name: "comm", type: "char",
      length: 16, element: 1),
    Declared(
      declaration: "unsigned char mac[6]", size: 6, kind: .integers, name: "mac",
      type: "unsigned char", length: 6, element: 1),
    Declared(
      declaration: "unsigned long args[6]", size: 48, kind: .integers, name: "args",
      type: "unsigned long", length: 6, element: 8),
    Declared(
      declaration: "u16 grid[2][3]", size: 12, kind: .integers, name: "grid", type: "u16",
      length: 6, element: 2),
    Declared(
      declaration: "dev_t devs[3]", size: 12, kind: .integers, name: "devs", type: "dev_t",
      length: 3, element: 4),
    Declared(
      declaration: "struct in6_addr to", size: 16, kind: .structure, name: "to",
      type: "struct in6_addr", element: 16),
    Declared(
      declaration: "struct pair pairs[4]", size: 32, kind: .structure, name: "pairs",
      type: "struct pair", length: 4, element: 8),
    Declared(
      declaration: "__data_loc char[] name", size: 4, kind: .text, name: "name",
      type: "__data_loc char[]", element: 1, placement: .dataLocation),
    Declared(
      declaration: "__rel_loc char[] name", size: 4, kind: .text, name: "name",
      type: "__rel_loc char[]", element: 1, placement: .relativeLocation),
    Declared(
      declaration: "__data_loc u32[] list", size: 4, kind: .integers, name: "list",
      type: "__data_loc u32[]", element: 4, placement: .dataLocation),
    Declared(
      declaration: "__data_loc unsigned long[] mask", size: 4, kind: .integers, name: "mask",
      type: "__data_loc unsigned long[]", element: 8, placement: .dataLocation),
    Declared(
      declaration: "__data_loc struct iovec[] parts", size: 4, kind: .structure, name: "parts",
      type: "__data_loc struct iovec[]", element: 0, placement: .dataLocation),
    Declared(
      declaration: "char rest[]", size: 0, kind: .text, name: "rest", type: "char", element: 1),
    Declared(
      declaration: "int (*callback)(void)", size: 8, kind: .pointer, name: "intcallbackvoid",
      type: "int (*callback)(void)", element: 8),
  ]

  @Test("A declaration tells name, type, kind and elements", arguments: declared)
  func declarations(_ expected: Declared) throws {
    let field = try TracepointFieldTests.field(expected.declaration, 8, expected.size)
    #expect(field.name == expected.name)
    #expect(field.type == expected.type)
    #expect(field.kind == expected.kind)
    #expect(field.arrayLength == expected.length)
    #expect(field.elementSize == expected.element)
    #expect(field.placement == expected.placement)
    #expect(!field.isCommon)
  }

  @Test("A long has the size of the machine that recorded")
  func longSize() throws {
    let field = try Self.field("__data_loc unsigned long[] mask", 8, 4, longSize: 4)
    #expect(field.elementSize == 4)
  }

  @Test(
    "Integers of each size and sign are read in either byte order",
    arguments: [ByteOrder.littleEndian, .bigEndian], [1, 2, 4, 8])
  func integers(order: ByteOrder, size: Int) throws {
    var writer = ByteWriter(order)
    writer.raw([0xaa])
    switch size {
    case 1: writer.u8(0xfe)
    case 2: writer.u16(0xfffe)
    case 4: writer.u32(0xffff_fffe)
    default: writer.u64(0xffff_ffff_ffff_fffe)
    }
    let raw = writer.bytes.span.bytes
    let signed = try Self.field("int a", 1, size, signed: true, order)
    #expect(signed.signed(in: raw) == -2)
    #expect(signed.unsigned(in: raw) == nil)
    #expect(Self.array(signed, raw) == [UInt64(bitPattern: -2)])
    let unsigned = try Self.field("int a", 1, size, order)
    let bits = UInt64.max >> UInt64(64 - 8 * size) - 1
    #expect(unsigned.unsigned(in: raw) == bits)
    #expect(unsigned.signed(in: raw) == Int64(exactly: bits))
    #expect(Self.array(unsigned, raw) == [bits])
    for count in 0..<writer.bytes.count {
      #expect(unsigned.unsigned(in: raw.extracting(0..<count)) == nil)
      #expect(signed.signed(in: raw.extracting(0..<count)) == nil)
    }
  }

  @Test("Text ends at its NUL byte, or with the field")
  func texts() throws {
    let raw: [UInt8] = Array("ab\0dxyz!".utf8)
    let span = raw.span.bytes
    #expect(try Self.field("char a[4]", 0, 4).string(in: span) == "ab")
    #expect(try Self.field("char a[4]", 4, 4).string(in: span) == "xyz!")
    #expect(try Self.field("char a[5]", 4, 5).string(in: span) == nil)
    #expect(try Self.field("char a[]", 3, 0).string(in: span) == "dxyz!")
    #expect(try Self.field("int a", 0, 4).string(in: span) == nil)
  }

  @Test(
    "Locations lead to text and arrays in either byte order",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func locations(order: ByteOrder) throws {
    var writer = ByteWriter(order)
    writer.u32(12 | 4 << 16)  // From the begin: "one" and its NUL byte.
    writer.u32(8 | 8 << 16)  // From the end of the field at 8: two integers.
    writer.u32(0)
    writer.raw(Array("one\0".utf8))
    writer.u32(7, 0xffff_ffff)
    let raw = writer.bytes.span.bytes
    let text = try Self.field("__data_loc char[] a", 0, 4, order)
    #expect(text.string(in: raw) == "one")
    let list = try Self.field("__rel_loc int[] a", 4, 4, signed: true, order)
    #expect(Self.array(list, raw) == [7, UInt64(bitPattern: -1)])
    let empty = try Self.field("__data_loc char[] a", 8, 4, order)
    #expect(empty.string(in: raw) == "")
    for count in 0..<24 {
      #expect((text.string(in: raw.extracting(0..<count)) == "one") == (count >= 16))
      #expect(Self.array(list, raw.extracting(0..<count)) == nil)
    }
  }

  @Test("A location outside of the sample gives nothing")
  func wildLocations() throws {
    for note: UInt32 in [0xffff_ffff, 0x0001_ffff, 0xffff_0000, 0x0005_0000] {
      var writer = ByteWriter()
      writer.u32(note)
      let raw = writer.bytes.span.bytes
      #expect(try Self.field("__data_loc char[] a", 0, 4).string(in: raw) == nil)
      #expect(try Self.field("__rel_loc char[] a", 0, 4).string(in: raw) == nil)
    }
  }

  @Test("Values copy what a field holds, and print")
  func values() throws {
    var writer = ByteWriter()
    writer.u64(0xffff_ffff_ffff_fff0)
    writer.raw(Array("hi\0\0".utf8))
    let raw = writer.bytes.span.bytes
    let lines = [
      TracepointSamples.field("long a", 0, 8, signed: true),
      TracepointSamples.field("u64 b", 0, 8),
      TracepointSamples.field("void * c", 0, 8),
      TracepointSamples.field("char d[4]", 8, 4),
      TracepointSamples.field("s8 e[2]", 0, 2, signed: true),
      TracepointSamples.field("struct x f", 8, 2),
      TracepointSamples.field("u8 g[2]", 8, 2),
      TracepointSamples.field("int h", 12, 4),
    ]
    let format = try TracepointFormat(
      parsing: TracepointSamples.format("x", id: 1, lines), system: "s", byteOrder: .littleEndian)
    #expect(format.value("a", in: raw) == .signed(-16))
    #expect(format.value("a", in: raw)?.integer == -16)
    #expect(format.value("b", in: raw) == .unsigned(0xffff_ffff_ffff_fff0))
    #expect(format.value("b", in: raw)?.integer == nil)
    #expect(format.value("c", in: raw) == .pointer(0xffff_ffff_ffff_fff0))
    #expect(format.value("d", in: raw)?.string == "hi")
    #expect(format.value("e", in: raw) == .signedIntegers([-16, -1]))
    #expect(format.value("f", in: raw) == .bytes([104, 105]))
    #expect(format.value("g", in: raw) == .unsignedIntegers([104, 105]))
    #expect(format.value("h", in: raw) == nil)
    #expect(format.value("none", in: raw) == nil)
    #expect(
      format.plainText(of: raw)
        == "a=-16 b=18446744073709551600 c=0xfffffffffffffff0 d=hi e=[-16, -1] f=6869 g=[104, 105]")
  }
}
