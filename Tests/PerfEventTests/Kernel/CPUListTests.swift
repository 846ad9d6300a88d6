import TestSupport
import Testing

@testable import PerfEvent

@Suite struct CPUListTests {
  @Test(arguments: [
    ("0", [Int32(0)]), ("0-3,8", [0, 1, 2, 3, 8]), ("8,0-3", [0, 1, 2, 3, 8]),
    ("2,2,1-3,3-4", [1, 2, 3, 4]), ("0-1,2-3", [0, 1, 2, 3]), ("7-7", [7]), ("007", [7]),
    ("0-9,2-3", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), ("65535", [65_535]),
  ])
  func `lists are read, ascending and each CPU once`(text: String, cpus: [Int32]) throws {
    let list = try #require(CPUList(parsing: text))
    #expect(list.cpus == cpus)
    for cpu: Int32 in -1...12 { #expect(list.contains(cpu) == cpus.contains(cpu)) }
  }

  @Test(arguments: [
    "", ",", "0,", ",0", "0,,1", "-", "-1", "1-", "1--2", "1-2-3", "3-1", "a", "0x1", "+1", "1 ",
    " 1", "1\n", "0-65536", "65536", "4294967296", "99999999999999999999", "1;2", "٣",
  ])
  func `anything else is no list`(text: String) {
    #expect(CPUList(parsing: text) == nil)
  }

  @Test func `a long text of wide ranges costs no more than its bytes`() throws {
    let text: String = Array(repeating: "0-65535", count: 100_000).joined(separator: ",")
    let clock = ContinuousClock()
    var cpus: [Int32] = []
    let time: Duration = clock.measure { cpus = CPUList(parsing: text)?.cpus ?? [] }
    #expect(cpus == Array(0...65_535))
    // Expanded one by one, these would be 6.5 billion steps.
    #expect(time < .seconds(10))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `random lists give the set that they describe`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      var expected: Set<Int32> = []
      let parts: [String] = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
        let first = Int32.random(in: 0...70, using: &generator)
        guard Bool.random(using: &generator) else {
          expected.insert(first)
          return "\(first)"
        }
        let last = Int32.random(in: first...80, using: &generator)
        expected.formUnion(first...last)
        return "\(first)-\(last)"
      }
      let text: String = parts.joined(separator: ",")
      let list = try #require(CPUList(parsing: text), "seed \(seed): \(text)")
      #expect(list.cpus == expected.sorted(), "seed \(seed): \(text)")
    }
  }
}
