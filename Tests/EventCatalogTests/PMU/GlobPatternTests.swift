import TestSupport
import Testing

@testable import EventCatalog

@Suite("Patterns")
struct GlobPatternTests {
  @Test(
    arguments: [
      ("a*c", ["ac", "abc", "abcc"], ["a", "acb", "bac"]),
      ("*", ["", "a", "abc"], []),
      ("**a", ["a", "ba"], ["", "ab"]),
      ("a?c", ["abc", "a?c"], ["ac", "abbc"]),
      ("[a-c]x", ["ax", "cx"], ["dx", "x", "-x"]),
      ("[!a-c]x", ["dx"], ["ax", "x"]),
      ("[]]", ["]"], ["[]]"]),
      ("[a-]", ["a", "-"], ["b"]),
      ("[ab", ["[ab"], ["a"]),
      ("s[cy]*_*", ["sched_switch", "sys_enter"], ["sxs_a", "sched"]),
      ("", [""], ["a"]),
    ] as [(String, [String], [String])])
  func `what fits and what does not`(pattern: String, fitting: [String], others: [String]) {
    let glob = GlobPattern(pattern)
    for text in fitting { #expect(glob.matches(text), "\(text)") }
    for text in others { #expect(!glob.matches(text), "\(text)") }
  }

  @Test func `random patterns against a search of all ways`() {
    let seed: UInt64 = 0x610b
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      let pattern = Self.word("ab*?", &generator)
      let text = Self.word("ab", &generator)
      let expected: Bool = Self.fits(Array(pattern)[...], Array(text)[...])
      #expect(
        GlobPattern(pattern).matches(text) == expected, "seed \(seed), \(pattern) on \(text)")
    }
  }

  private static func word(_ letters: String, _ generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 0...8, using: &generator)
    return String((0..<length).map { _ in letters.randomElement(using: &generator) ?? "a" })
  }

  private static func fits(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool
  {
    guard let first = pattern.first else { return text.isEmpty }
    if first == "*" {
      return fits(pattern.dropFirst(), text) || !text.isEmpty && fits(pattern, text.dropFirst())
    }
    guard let letter = text.first, first == "?" || first == letter else { return false }
    return fits(pattern.dropFirst(), text.dropFirst())
  }
}
