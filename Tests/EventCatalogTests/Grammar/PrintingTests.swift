import EventCatalog
import PerfEvent
import Testing

@Suite("Expressions are printed")
struct PrintingTests {
  @Test(arguments: [
    ("cs", "cs"), (" cs , faults:u ", "cs,faults:u"), ("{cs,faults}:S", "{cs,faults}:S"),
    ("pair{cs}", "pair{cs}"), ("r1A8:u", "r1a8:u"), ("4:0x1a8", "4:0x1a8"), ("0x4:9//u", "4:9//u"),
    ("mem:4096/8:wr:u", "mem:0x1000/8:rw:u"), ("mem:16:u", "mem:0x10:u"),
    ("cs/name='a,b=c'/", "cs/name='a,b=c'/"),
    ("cs/name='ab',period=16/", "cs/name=ab,period=0x10/"),
    ("cs/name='12'/", "cs/name='12'/"), ("msr//", "msr//"), ("msr/'tsc'/k", "msr/tsc/k"),
    ("etm/@sink=0x1,@b/", "etm/@sink=0x1,@b/"), ("sched:sched_*:k", "sched:sched_*:k"),
    ("skl::L1D:REPLACEMENT:c=1,cs", "skl::L1D:REPLACEMENT:c=1,cs"), ("cs:", "cs"),
    ("{X:100000:0x1:1:1,cs}", "{X:100000:0x1:1:1,cs}"),
  ])
  func `in one spelling`(text: String, printed: String) throws {
    #expect(try EventExpression(parsing: text).description == printed)
    #expect(
      try EventExpression(parsing: printed).hashValue
        == EventExpression(parsing: text).hashValue)
  }

  /// What is printed is read as the same parts, and is printed the same.
  @Test func `random expressions mean the same when printed`() throws {
    var random = Random(seed: 4)
    var accepted: Int = 0
    for _ in 0..<4_000 {
      let text: String = random.expression()
      guard let expression = try? EventExpression(parsing: text) else { continue }
      accepted += 1
      let again: EventExpression = try EventExpression(parsing: expression.description)
      try #require(again == expression, "\(text) -> \(expression)")
      try #require(again.description == expression.description)
    }
    #expect(accepted > 1_000)
  }

  @Test(arguments: OracleExpressions.everything)
  func `what is printed resolves to the same attributes`(text: String) throws {
    for kernel in [Machine.bare(), Machine.intel(), Machine.hybrid()] {
      let catalog = EventCatalog(kernel: kernel)
      guard let expected = try? catalog.resolve(text) else { continue }
      let printed: String = try EventExpression(parsing: text).description
      let found: [EventGroup] = try catalog.resolve(printed)
      #expect(
        found.map { $0.events.map(\.attributes) } == expected.map { $0.events.map(\.attributes) })
      #expect(found.map { $0.events.map(\.cpus) } == expected.map { $0.events.map(\.cpus) })
      #expect(found.map(\.isExplicit) == expected.map(\.isExplicit))
    }
  }

  /// Numbers that are the same in every run.
  private struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }

    private static let parts: [String] = [
      "cs", "cycles", "L1-dcache-load-misses", "r1a8", "read", "msr", "cpu*", "sched:sched_switch",
      "1:2", "0x4:0x1ff", "mem:0x10", "mem:16/4:rw", "mem:1:x", "skl::L1D:X", "a:1:0x2", "PAPI_X",
      "{", "}",
      "{", "}", ",", ",", ",", "/", "/", "/", ":u", ":k", ":ppp", ":", "u", "config=1", "name=x",
      "name='a b,c'", "name='7'", "event=0x1f", "umask", "@drv=3", "@d", "'q,=.'", "r5", "cpu=0-3",
      "=", "'", " ", "x", "7", "0x", ".", "-", "[a]", "GROUP{", "::", "é",
    ]

    mutating func expression() -> String {
      if next(2) == 0 {
        return (0..<1 + next(12)).map { _ in Self.parts[next(Self.parts.count)] }.joined()
      }
      return (0..<1 + next(3)).map { _ in event() }.joined(separator: ",")
    }

    private mutating func event() -> String {
      let subject: String = Self.parts[next(16)]
      let terms: String = (0..<next(3)).map { _ in Self.parts[31 + next(12)] }.joined(
        separator: ",")
      return subject + (next(2) == 0 ? "/\(terms)/" : ":") + ["", "u", "kP", "RX"][next(4)]
    }
  }
}
