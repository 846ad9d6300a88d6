import TestSupport
import Testing

@testable import EventCatalog

@Suite("Suggestions")
struct SuggestionTests {
  @Test(arguments: [
    ("cycels", ["cycles"]), ("instrutions", ["instructions"]), ("page-fault", ["page-faults"]),
    ("CYCELS", ["cycles"]), ("contextswitches", ["context-switches"]),
    ("L1-dcache-loda-misses", ["L1-dcache-load-misses"]), ("xyzzyplugh", []), ("q", ["cs"]),
  ])
  func `the nearest names come first`(word: String, expected: [String]) {
    guard case .unknownEvent(let name, let nearest)? = problem(of: word)?.problem else {
      Issue.record("\(word) was not refused as unknown")
      return
    }
    #expect(name == word)
    #expect(nearest.count <= 3)
    if word == "q" { return }
    #expect(nearest.first == expected.first)
  }

  @Test func `events of PMUs are near as well`() {
    #expect(
      problem(of: "energy-pgk", on: Machine.intel())?.problem
        == .unknownEvent(name: "energy-pgk", nearest: ["energy-pkg"]))
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("ab", "ba", 1), ("abc", "ABC", 0),
    ("cycels", "cycles", 1), ("abcd", "acbd", 1), ("ca", "abc", 3),
  ])
  func `known distances`(first: String, second: String, distance: Int) {
    #expect(EditDistance.between(first, second, limit: 10) == distance)
    #expect(EditDistance.between(second, first, limit: 10) == distance)
    #expect(EditDistance.between(first, second, limit: distance) == distance)
    if distance > 0 {
      #expect(EditDistance.between(first, second, limit: distance - 1) == nil)
    }
  }

  static let names: [String] = [
    "L1D.REPLACEMENT", "L1D_PEND_MISS.PENDING", "l2_rqsts.miss", "L2_RQSTS:DEMAND_DATA_RD_MISS",
    "mem_load_retired.l1_miss", "mem_load_retired.l2_miss", "cycles", "cpu-cycles", "branches",
  ]

  @Test(arguments: [
    ("l1d.replacment", "L1D.REPLACEMENT"), ("replacement.l1d", "L1D.REPLACEMENT"),
    ("l1d-replacement", "L1D.REPLACEMENT"), ("L1D_PEND_MISS:PENDNG", "L1D_PEND_MISS.PENDING"),
    ("mem_load_retired_l1_miss", "mem_load_retired.l1_miss"),
    ("miss.l2_rqsts", "l2_rqsts.miss"), ("l2_rqsts.demand_data_rd", "L2_RQSTS:DEMAND_DATA_RD_MISS"),
    ("cycels", "cycles"),
  ])
  func `of words in another order, with other separators`(word: String, name: String) {
    #expect(NearestNames.of(word, among: Self.names).first == name)
  }

  @Test func `a longer equal start comes before an earlier place in the list`() {
    #expect(NearestNames.of("abcdef", among: ["xbcdef", "abcdex"]) == ["abcdex", "xbcdef"])
  }

  @Test func `against a search without any shortcut`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let names: [String] = (0..<20).map { _ in Self.word(&generator) + Self.word(&generator) }
      let word: String = Self.word(&generator) + Self.word(&generator)
      if word.isEmpty { continue }
      let limit: Int = max(1, word.utf8.count / 3)
      let best: Int? = names.compactMap { EditDistance.between(word, $0, limit: limit) }.min()
      let found: String? = NearestNames.of(word, among: names).first
      #expect(found.flatMap { EditDistance.between(word, $0, limit: limit) } == best)
    }
  }

  @Test func `a distance with a limit is the distance or nothing`() {
    let seed: UInt64 = 0xd157
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let first = Self.word(&generator)
      let second = Self.word(&generator)
      let distance = Self.distance(Array(first), Array(second))
      for limit in 0...6 {
        #expect(
          EditDistance.between(first, second, limit: limit) == (distance <= limit ? distance : nil),
          "seed \(seed), \(first) and \(second)")
      }
    }
  }

  private static func word(_ generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 0...6, using: &generator)
    return String((0..<length).map { _ in "abc".randomElement(using: &generator) ?? "a" })
  }

  /// The definition, without any table: optimal string alignment.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    if first.isEmpty || second.isEmpty { return first.count + second.count }
    let (head, other) = (first.dropLast(), second.dropLast())
    var best: Int = min(
      distance(Array(head), second) + 1, distance(first, Array(other)) + 1,
      distance(Array(head), Array(other)) + (first.last == second.last ? 0 : 1))
    if first.count > 1, second.count > 1, first.last == other.last, head.last == second.last {
      best = min(best, distance(Array(head.dropLast()), Array(other.dropLast())) + 1)
    }
    return best
  }
}
