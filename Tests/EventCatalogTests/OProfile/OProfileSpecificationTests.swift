import EventCatalog
import Testing

@Suite("Specifications of OProfile")
struct OProfileSpecificationTests {
  @Test(
    arguments: [
      ("CYCLES", "CYCLES", nil, true, true), ("CYCLES:6000", "CYCLES", 6000, true, true),
      ("itlb:100003:walk", "itlb:walk", 100_003, true, true),
      ("OPS:500:0x02:0", "OPS:0x2", 500, false, true),
      ("OPS:500:2:1:0", "OPS:0x2", 500, true, false),
      ("OPS:0x1", "OPS:0x1", nil, true, true), ("itlb:active:0:1", "itlb:active", nil, false, true),
    ] as [(String, String, UInt64?, Bool, Bool)])
  func `all parts behind the name may be left out`(
    text: String, name: String, count: UInt64?, kernel: Bool, user: Bool
  ) throws {
    let specification = try OProfileSpecification(parsing: text)
    #expect(specification.eventName == name)
    #expect(specification.count == count)
    #expect(specification.countsKernel == kernel)
    #expect(specification.countsUser == user)
  }

  @Test(arguments: [
    ("", 0), (":1", 0), ("E:", 2), ("E:1:", 4), ("E:1:m:2", 6), ("E:1:m:0:x", 8),
    ("E:1:m:0:1:1", 10), ("E:99999999999999999999", 2),
  ])
  func `parts that make no sense are told with their places`(text: String, position: Int) throws {
    let error = #expect(throws: EventNameError.self) { try OProfileSpecification(parsing: text) }
    #expect(error?.position == position)
    #expect(error?.expression == text)
  }

  @Test func `huge specifications end in an error`() throws {
    let text = String(repeating: "a:", count: 1 << 20)
    #expect(throws: EventNameError.self) { try OProfileSpecification(parsing: text) }
  }

  @Test(
    arguments: [
      ("OPS:500:0x3", 0x1_0000_03C4), ("OPS:500:0x1", 0x1_0000_01C4), ("OPS:500", 0x1_0000_03C4),
      ("itlb:1:active", 0xA80_1085), ("itlb:1:0x20", 0x24_2085), ("itlb:1:0x10", nil),
      ("itlb:1:none", nil), ("none:1", nil), ("OPS:500:0x100", nil), ("CYCLES:1:0x1", nil),
    ] as [(String, UInt64?)])
  func `a mask is one of the table, or a sum where sums make sense`(
    text: String, config: UInt64?
  ) throws {
    let table: EventTable = try OProfileFormatTests.table()
    let specification = try OProfileSpecification(parsing: text)
    let found: EventDefinition? = specification.definition { name in
      table.events.filter { $0.name == name || $0.otherNames.contains(name) }
    }
    #expect(found?.words?.config == config)
  }

  @Test func `sums of masks are for x86 only`() throws {
    let table: EventTable = try OProfileFormatTests.table("arm/armv8-test")
    let found: EventDefinition? = try OProfileSpecification(parsing: "OPS:500:0x3").definition {
      name in table.events.filter { $0.name == name || $0.otherNames.contains(name) }
    }
    #expect(found == nil)
  }
}
