import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Explanations keep to the event that the kernel is told")
struct ToldEventTests {
  private static let skylake: String = "GenuineIntel-6-5E-3"

  private static func catalog(of cpu: String) throws -> EventCatalog {
    let identifier: CPUIdentifier = try #require(CPUIdentifier(parsing: cpu))
    return EventCatalog(cpus: [identifier], sources: [try LibpfmSource()])
  }

  private static func codes(of name: String, on cpu: String) throws -> [UInt64] {
    try catalog(of: cpu).explain(name).cores.flatMap(\.aliases).compactMap(\.words?.config)
  }

  @Test(
    arguments: [
      ("L1D", skylake, 0x81d0), ("ITLB", skylake, 0x2085),
      ("L1-dcache-load-misses", "GenuineIntel-6-8F-8", 0xe124),
    ] as [(String, String, UInt64)])
  func `where the kernel means another event than a tool by the same name`(
    name: String, cpu: String, code: UInt64
  ) throws {
    #expect(try Self.codes(of: name, on: cpu) == [code])
  }

  @Test(arguments: ["4:0x1a8", "0x4:0x1a8"])
  func `where a type stands before the code`(name: String) throws {
    #expect(try Self.codes(of: name, on: Self.skylake) == [0x1a8])
  }

  @Test func `and are empty where a PMU does not exist`() throws {
    #expect(try Self.catalog(of: Self.skylake).explain("zzz::L1D:REPLACEMENT").isUnknown)
  }
}
