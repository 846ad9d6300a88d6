import EventCatalog
import PerfEvent
import Testing

@Suite("Lists and groups")
struct GroupTests {
  let catalog = EventCatalog(kernel: Machine.bare())

  @Test func `each event outside of braces is one by itself`() throws {
    let groups: [EventGroup] = try catalog.resolve("cycles , instructions:u,cs")
    #expect(groups.map(\.isExplicit) == [false, false, false])
    #expect(groups.map(\.name) == [nil, nil, nil])
    #expect(groups.flatMap(\.events).map(\.name) == ["cycles", "instructions:u", "cs"])
  }

  @Test func `braces make a group`() throws {
    let groups: [EventGroup] = try catalog.resolve("pair{cycles, cs}:u,{faults},dummy")
    #expect(groups.map(\.isExplicit) == [true, true, false])
    #expect(groups.map(\.name) == ["pair", nil, nil])
    #expect(groups.map(\.events.count) == [2, 1, 1])
  }

  @Test(
    arguments: [
      ("", EventNameProblem.emptyExpression, 0), ("  ", .emptyExpression, 0),
      (",cs", .emptyPart, 0), ("cs,", .emptyPart, 3), ("cs,,cs", .emptyPart, 3),
      ("{}", .emptyPart, 1), ("{cs,}", .emptyPart, 4), ("{cs", .unbalancedBrace, 0),
      ("cs,{cs,", .unbalancedBrace, 3), ("cs}", .unbalancedBrace, 2), ("}cs", .unbalancedBrace, 0),
      ("1{cs}", .unknownEvent(name: "1", nearest: []), 0),
      ("{{cs}}", .nestedGroup, 1), ("{cs,{cs}}", .nestedGroup, 4), ("{cs{", .nestedGroup, 3),
      ("{cs}u", .unexpectedCharacter("u"), 4), ("cs/", .unbalancedSlash, 2),
      ("cs/name=x", .unbalancedSlash, 2), ("cs/name", .unbalancedSlash, 2),
      ("cs/name=", .unbalancedSlash, 2), ("cs/,/", .emptyPart, 3), ("cs/name=/", .emptyPart, 8),
      ("cs/name='x/", .unbalancedQuote, 8), ("cpu/'@'/", .unexpectedCharacter("@"), 5),
      ("cs$", .unexpectedCharacter("$"), 2),
      ("c\u{e9}", .unexpectedCharacter("\u{e9}"), 1), ("cs cs", .missingComma, 3),
      ("cs\0", .unexpectedCharacter("\0"), 2), ("/", .unexpectedCharacter("/"), 0),
    ] as [(String, EventNameProblem, Int)])
  func `faults have a place`(expression: String, expected: EventNameProblem, position: Int) {
    let error: EventNameError? = problem(of: expression)
    #expect(error?.problem == expected)
    #expect(error?.position == position)
    #expect(error?.expression == expression)
  }
}
