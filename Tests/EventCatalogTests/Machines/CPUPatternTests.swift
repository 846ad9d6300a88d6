import Foundation
import Testing

@testable import EventCatalog

@Suite("Expressions of the kernel's lists of CPUs")
struct CPUPatternTests {
  @Test(
    arguments: [
      ("abc", "xabcx", 3), ("(1|1C)", "1C", 2), ("(1C|1)", "1C", 2), ("a*", "baaa", 0),
      ("a+", "baaa", 3), ("ba?c", "bc", 2), ("[0-9A-F]+", "GenuineIntel", nil), ("^b", "ab", nil),
      ("b$", "ab", 1), ("[^a]+", "abc", 2), ("[[:xdigit:]]{4}", "0x12aFg", 4),
      ("a{2,3}", "aaaa", 3),
      ("a{2,}", "aaaaa", 5), ("(ab|c){2}", "abc", 3), ("a|b|cd", "cd", 2), ("()", "a", 0),
      ("", "a", 0),
      (".*", "abc", 3), ("a\\.b", "a.b", 3), ("[]a]+", "]a", 2), ("[a-]+", "-a", 2),
      ("(a|b)*c", "abac", 4),
      ("((a|b)(c|d))+", "acbd", 4), ("(a?){3}b", "aab", 3), ("x{0}y", "y", 1),
    ] as [(String, String, Int?)])
  func `the longest match`(pattern: String, text: String, length: Int?) throws {
    #expect(try #require(CPUPattern(pattern)).matchLength(in: text) == length)
  }

  @Test(arguments: [
    "(", ")", "(a", "a)", "[", "[a", "[[:nothing:]]", "[z-a]", "*a", "+", "a|*", "a{", "a{1",
    "a{2,1}",
    "a{x}", "\\", String(repeating: "(", count: 100), String(repeating: "|", count: 1_000_000),
    "((a{100}){100}){100}",
  ])
  func `texts that are no expression`(pattern: String) {
    #expect(CPUPattern(pattern) == nil)
  }

  @Test func `no expression takes long`() throws {
    let pattern: CPUPattern = try #require(CPUPattern("(a*)*(a*)*(a|aa|aaa)*b"))
    #expect(pattern.matchLength(in: String(repeating: "a", count: 256)) == nil)
    #expect(pattern.matchLength(in: String(repeating: "a", count: 255) + "b") == 256)
    #expect(pattern.matchLength(in: String(repeating: "b", count: 257)) == nil)
  }

  @Test func `random expressions match what the system's own do`() throws {
    let pieces: [String] = [
      "a", "b", "[ab]", "(a|ab)", "(b|ba)?", ".", "a*", "(ab)+", "c?", "(a|b|c)*",
    ]
    for seed in 0..<400 {
      var number: Int = seed &* 7919 &+ 13
      var pattern: String = ""
      for _ in 0..<3 {
        pattern += pieces[number % pieces.count]
        number /= pieces.count
      }
      let ours: CPUPattern = try #require(CPUPattern(pattern))
      for text in ["", "a", "ab", "abab", "bca", "aabbcc", "cab", "abba"] {
        #expect(ours.matchLength(in: text) == posixLength(pattern, text), "\(pattern) in \(text)")
      }
    }
  }

  /// The length of the match of the C library.
  private func posixLength(_ pattern: String, _ text: String) -> Int? {
    var expression = regex_t()
    guard regcomp(&expression, pattern, REG_EXTENDED) == 0 else { return -1 }
    defer { regfree(&expression) }
    var match = regmatch_t()
    guard regexec(&expression, text, 1, &match, 0) == 0 else { return nil }
    return Int(match.rm_eo - match.rm_so)
  }
}
