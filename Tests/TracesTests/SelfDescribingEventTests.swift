import PerfData
import PerfEvent
import TestSupport
import Testing
import Traces

@Suite("Events that describe themselves")
struct SelfDescribingEventTests {
  static func format(_ name: String = "Provider_With_Marks_L4K1fGdemo") throws -> TracepointFormat {
    let fields = [
      ("unsigned short common_type", 0, 2), ("unsigned char common_flags", 2, 1),
      ("unsigned char common_preempt_count", 3, 1), ("int common_pid", 4, 4),
      ("u8 eventheader_flags", 8, 1), ("u8 version", 9, 1), ("u16 id", 10, 2),
      ("u16 tag", 12, 2), ("u8 opcode", 14, 1), ("u8 level", 15, 1),
    ]
    let lines = fields.map { "\tfield:\($0.0);\toffset:\($0.1);\tsize:\($0.2);\tsigned:0;\n" }
    return try TracepointFormat(
      parsing: "name: \(name)\nID: 9\nformat:\n\(lines.joined())\nprint fmt: \"\"\n",
      system: "user_events")
  }

  static func event(_ bytes: [UInt8]) throws -> SelfDescribingEvent {
    let event = SelfDescribingEvent(bytes.span.bytes, format: try format())
    return try #require(event)
  }

  /// A sample with every form of value.
  static func sample(_ order: ByteOrder) -> [UInt8] {
    func number(_ value: UInt64, _ size: Int) -> [UInt8] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
      return order == .bigEndian ? bytes.reversed() : bytes
    }
    func text(_ text: String) -> [UInt8] { Array(text.utf8) + [0] }
    let isLittle: UInt8 = order == .littleEndian ? 2 : 0
    let head: [UInt8] =
      [UInt8](repeating: 0, count: 8) + [isLittle | 4 | 1, 3] + number(1000, 2) + number(77, 2)
      + [1, 4]
    let definitions: [UInt8] =
      text("event;version=2") + text("plain") + [2] + text("signed") + [0x83, 2]
      + text("tagged") + [0x84, 0x83] + number(0xbeef, 2)
      + text("constant") + [0x22] + number(2, 2) + text("stored") + [0x80 | 0x40 | 3, 16]
      + text("group") + [0x81, 2] + text("wide") + [8] + text("counted") + [11]
      + text("groups") + [0x80 | 0x40 | 1, 1] + text("long") + [0x85, 8]
      + text("key") + [0x86, 15]
    let activity = [UInt8](1...16)
    let extensions: [UInt8] =
      number(UInt64(definitions.count), 2) + number(0x8001, 2) + definitions
      + number(16, 2) + number(2, 2) + activity
    let groups: [UInt8] = number(1, 2) + number(Double(0.5).bitPattern, 8)
    let values: [UInt8] =
      [200] + number(0xfffe, 2) + number(0xabcd, 4) + [7, 8] + number(1, 2) + [0, 80]
      + number(0x68, 2) + number(0x69, 2) + [0, 0] + number(1, 2) + number(0x6a, 2) + groups
      + activity
    return head + extensions + values
  }

  @Test("All forms of values are decoded", arguments: [ByteOrder.littleEndian, .bigEndian])
  func values(order: ByteOrder) throws {
    let bytes = Self.sample(order)
    let event = try Self.event(bytes)
    #expect(event.provider == "Provider_With_Marks" && event.keyword == 0x1f)
    #expect(event.name == "event" && event.id == 1000 && event.version == 3)
    #expect(event.tag == 77 && event.opcode == 1 && event.level == 4)
    #expect(event.activity == [UInt8](1...16) && event.relatedActivity == nil)
    #expect(!event.isTruncated)
    let half = SelfDescribingField(name: "long", value: .double(0.5))
    let expected: [SelfDescribingField] = [
      .init(name: "plain", value: .unsigned(200)), .init(name: "signed", value: .signed(-2)),
      .init(name: "tagged", tag: 0xbeef, value: .hexadecimal(0xabcd)),
      .init(name: "constant", value: .array([.unsigned(7), .unsigned(8)])),
      .init(name: "stored", value: .array([.port(80)])),
      .init(
        name: "group",
        value: .structure([
          .init(name: "wide", value: .text("hi")), .init(name: "counted", value: .text("j")),
        ])),
      .init(name: "groups", value: .array([.structure([half])])),
      .init(name: "key", value: .uuid([UInt8](1...16))),
    ]
    #expect(event.fields == expected)
    #expect(
      event.fields.map(\.value.description) == [
        "200", "-2", "0xabcd", "[7, 8]", "[80]", "{wide=hi, counted=j}", "[{long=0.5}]",
        "01020304-0506-0708-090a-0b0c0d0e0f10",
      ])
  }

  @Test(
    "Every part of a sample gives the fields that it holds",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func truncation(order: ByteOrder) throws {
    let bytes = Self.sample(order)
    let format = try Self.format()
    let whole = try Self.event(bytes)
    for count in bytes.indices {
      let event = SelfDescribingEvent(bytes.span.bytes.extracting(0..<count), format: format)
      #expect((event == nil) == (count < 16))
      guard let event else { continue }
      #expect(event.isTruncated)
      #expect(whole.fields.starts(with: event.fields))
    }
  }

  @Test("No bytes of a sample can make it do harm", arguments: 1...8 as ClosedRange<UInt64>)
  func mutation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let format = try Self.format()
    let bytes = Self.sample(seed % 2 == 0 ? .littleEndian : .bigEndian)
    let values: [UInt8] = [0, 1, 0x20, 0x22, 0x41, 0x60, 0x7f, 0x81, 0xa1, 0xff]
    for _ in 0..<500 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 16..<bytes.count, using: &generator)
        changed[index] = values.randomElement(using: &generator) ?? 0
      }
      let event = SelfDescribingEvent(changed.span.bytes, format: format)
      #expect(event?.provider == "Provider_With_Marks", "seed \(seed)")
    }
  }

  @Test(
    "Values that take no bytes are refused, so that a few bytes cannot stand for millions",
    arguments: [
      // A structure without members, and one whose only member is an empty array.
      [103, 0, 0xa1, 1, 0xff, 0xff], [103, 0, 0xa1, 1, 0xff, 0xff, 104, 0, 0x22, 0, 0],
    ] as [[UInt8]])
  func empty(definition: [UInt8]) throws {
    let definitions = [101, 0] + definition
    let bytes =
      [UInt8](repeating: 0, count: 8) + [6, 0, 0, 0, 0, 0, 0, 5, UInt8(definitions.count), 0, 1, 0]
      + definitions + [UInt8](repeating: 1, count: 64)
    let event = try Self.event(bytes)
    #expect(event.fields.isEmpty && event.isTruncated)
  }

  @Test("Structures nest only so deep, and not without end")
  func nesting() throws {
    var bytes = [UInt8](repeating: 0, count: 8) + [6, 0, 0, 0, 0, 0, 0, 5]
    let definitions = [UInt8]([101, 0]) + (0..<4000).flatMap { _ in [102, 0, 0x81, 1] as [UInt8] }
    let size = UInt16(definitions.count)
    bytes += [UInt8(size & 0xff), UInt8(size >> 8), 1, 0] + definitions
    let event = try Self.event(bytes)
    #expect(event.name == "e" && event.fields.isEmpty && event.isTruncated)
  }

  @Test(
    "Tracepoints of other forms are none",
    arguments: ["plain", "a_b", "_K1", "a_L5", "a_LK0", "a_L5K", "a_5K0"])
  func others(name: String) throws {
    let bytes = Self.sample(.littleEndian)
    let event = SelfDescribingEvent(bytes.span.bytes, format: try Self.format(name))
    #expect(event == nil)
  }
}
