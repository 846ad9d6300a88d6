import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Hostile expressions")
struct HostileTextTests {
  static let alphabets: [String] = [
    "{},:/=rumem0x'*[]- \u{0}\u{e9}", "cyles:ukp{},/=1rx", "abcdefghijklmnopqrstuvwxyz:,",
    "msr/tsc,event=0x1name'{}:u", "0123456789:x/,mem", "cpu/event=0x3c,umask=1/",
  ]

  @Test(arguments: 0..<40)
  func `random text gives events or an error in its bounds`(round: UInt64) {
    let seed: UInt64 = 0x5eed_0000 + round
    var generator = SeededGenerator(seed: seed)
    let catalog = EventCatalog(kernel: Machine.intel())
    let letters: [Character] = Array(Self.alphabets[Int(round) % Self.alphabets.count])
    for _ in 0..<100 {
      let length = Int.random(in: 0...60, using: &generator)
      let text = String((0..<length).map { _ in letters.randomElement(using: &generator) ?? "," })
      check(text, catalog, seed)
    }
  }

  @Test func `random bytes read as text`() {
    let seed: UInt64 = 0x5eed_1000
    var generator = SeededGenerator(seed: seed)
    let catalog = EventCatalog(kernel: Machine.intel())
    for length in 0..<400 {
      check(String(decoding: generator.bytes(length), as: UTF8.self), catalog, seed)
    }
  }

  static let long: String =
    "group{cycles:upp,msr/tsc,name='a,b'/k,r1a8/config1=0x10/u}:ukDe,sched:sched_switch:k,"
    + "mem:0x1000/8:rw:u,1:2//u,uncore_imc/cas_count_read/,cpu/event=0x3c,umask=0x1,period=7/p"

  @Test(arguments: 0...long.utf8.count)
  func `every beginning of a good expression`(length: Int) {
    let catalog = EventCatalog(kernel: Machine.intel())
    check(String(decoding: Self.long.utf8.prefix(length), as: UTF8.self), catalog, 0)
  }

  private func check(_ text: String, _ catalog: EventCatalog, _ seed: UInt64) {
    do {
      let groups: [EventGroup] = try catalog.resolve(text)
      #expect(groups.allSatisfy { !$0.events.isEmpty }, "seed \(seed), \(text.debugDescription)")
    } catch {
      #expect(
        (0...text.utf8.count).contains(error.position) && !error.description.isEmpty
          && !error.description.contains("\n"),
        "seed \(seed), \(text.debugDescription)")
    }
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["{", "}", "/", ":", ",", "'", "a", "r1", "*", "[", "0"])
  func `a megabyte of one thing ends at once`(piece: String) {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    let error: EventNameError? = problem(of: text)
    #expect(error != nil)
    #expect((error?.expression.utf8.count ?? 0) <= 4096)
    #expect((error?.description.utf8.count ?? 0) < 1000)
    #expect(problem(of: text + "xx")?.problem == .tooLong(limit: 1 << 20))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a megabyte of events is refused by their number`() {
    let text = String(repeating: "cs,", count: 300_000) + "cs"
    #expect(problem(of: text)?.problem == .tooManyEvents(limit: 1 << 14))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a megabyte of terms`() throws {
    let text = "cs/" + String(repeating: "config=1,", count: 100_000) + "config=1/"
    #expect(try event(text).attributes.config == 1)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "*a", count: 500_000), String(repeating: "[", count: 1_000_000),
      "[" + String(repeating: "b-c", count: 300_000) + "]",
      String(repeating: "[b]", count: 300_000), String(repeating: "?", count: 1_000_000),
    ])
  func `a megabyte of a pattern`(pattern: String) {
    let kernel = Machine.intel()
    for index in 0..<200 {
      let system = String(repeating: "a", count: 200)
      kernel.addFile("/sys/kernel/tracing/events/\(system)\(index)/b/id", "1\n")
    }
    #expect(problem(of: "\(pattern):*b", on: kernel)?.problem == .noMatch(pattern: "\(pattern):*b"))
    #expect(problem(of: "\(pattern)/event=1/", on: kernel) != nil)
  }
}
