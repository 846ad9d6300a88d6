import Testing

@testable import EventCatalog

@Suite("Records of event files")
struct EventFileTests {
  /// The names of all events of a file.
  private func names(_ text: String) throws -> [String?] {
    var file = EventFile(Array(text.utf8), path: "f")
    var names: [String?] = []
    while try file.next() { names.append(file.record.text(.eventName)) }
    #expect(try !file.next())
    return names
  }

  @Test(arguments: [
    #"[{"EventName":"A"},{"EventName":"B"}]"#,
    #"{"Events":[{"EventName":"A"},{"EventName":"B"}]}"#,
    #"{"Header":{"Version":"1","x":[{}]},"Events":[{"EventName":"A"}],"Metrics":[{"EventName":"B"}]}"#,
    #"{"Events":[],"More":[[1,{"EventName":"C"}]],"Metrics":[{"EventName":"A"},{"EventName":"B"}]}"#,
    #"[{"EventName":"X","EventName":"A","other":{"EventName":"Y"}},{"EventName":"B"}]"#,
  ])
  func `lists and objects with lists`(text: String) throws {
    #expect(try names(text) == ["A", "B"])
  }

  @Test func `empty files and fields that are not there`() throws {
    #expect(try names("[]").isEmpty)
    #expect(try names("{}").isEmpty)
    #expect(
      try names(#"[{}, {"EventName":null}, {"EventName":""}, {"EventName":[1]}]"#)
        == [nil, nil, nil, nil])
  }

  @Test func `every beginning of a file is an error in bounded time`() {
    let text: [UInt8] = Array(
      #"{"Header":{"a":"é"},"Events":[{"EventName":"A\n","UMask":"0x1,0x2","T":{"F":[1,true]}}]}"#
        .utf8)
    for length in 0..<text.count {
      #expect(throws: EventSourceError.self) {
        var file = EventFile(Array(text[..<length]), path: "f")
        while try file.next() {}
      }
    }
  }

  @Test(
    arguments: [
      ("0x1F", 31, true), ("0X00", 0, true), ("12", 12, false), (" 0xB7, 0xBB", 0xb7, true),
      ("0x2A,0x2B", 0x2a, true), ("7,", 7, false), ("18446744073709551615", .max, false),
      ("0xffffffffffffffff", .max, true),
    ] as [(String, UInt64, Bool)])
  func `numbers in either notation`(text: String, value: UInt64, isHexadecimal: Bool) throws {
    let number: FieldNumber? = try record(text).number(.unitMask)
    #expect(number?.value == value)
    #expect(number?.isHexadecimal == isHexadecimal)
  }

  @Test(arguments: ["NA", "na", "null", "None", "TBD", ""])
  func `words that say nothing`(text: String) throws {
    #expect(try record(text).number(.unitMask)?.value == nil)
    var doubts: [EventSourceError] = []
    #expect(try record(text).numbers(.unitMask, doubts: &doubts) == [])
    #expect(doubts == [])
  }

  @Test(arguments: [
    "x", "0x", "-1", "1 2", ",", "18446744073709551616", "0x10000000000000000", "1.5", "0xg",
    String(repeating: "9", count: 10_000),
  ])
  func `numbers that make no sense`(text: String) throws {
    let record: EventFileRecord = try record(text)
    #expect(throws: EventSourceError.self) { try record.number(.unitMask) }
    var doubts: [EventSourceError] = []
    #expect(record.number(.unitMask, doubts: &doubts)?.value == nil)
    #expect(doubts.map(\.problem) == [.invalidField("UMask", value: text)])
  }

  @Test func `lists of numbers`() throws {
    var doubts: [EventSourceError] = []
    #expect(try record("0x1a6, 0x1a7").numbers(.unitMask, doubts: &doubts) == [0x1a6, 0x1a7])
    #expect(doubts == [])
    #expect(try record("1,,2").numbers(.unitMask, doubts: &doubts) == [1])
    #expect(doubts.map(\.problem) == [.invalidField("UMask", value: "1,,2")])
  }

  private func record(_ unitMask: String) throws -> EventFileRecord {
    var file = EventFile(Array(#"[{"EventName":"E","UMask":"\#(unitMask)"}]"#.utf8), path: "f")
    #expect(try file.next())
    return file.record
  }

  @Test(
    arguments: [
      ("0,1,2,3", 0xf, nil), ("Fixed counter 1", nil, 2), ("FIXED", nil, 1), ("Fixed", nil, 1),
      ("7,Fixed counter 3", 0x80, 8), ("", nil, nil), ("NA", nil, nil), ("99999999999", 0, nil),
      ("0,", 1, nil), ("32", 1 << 32, nil),
    ] as [(String, UInt64?, UInt64?)])
  func `counters`(text: String, programmable: UInt64?, fixed: UInt64?) {
    let counters = CounterText(Array(text.utf8)[...])
    #expect(counters.programmable?.rawValue == programmable)
    #expect(counters.fixed?.rawValue == fixed)
  }
}
