import Testing

@testable import EventCatalog

@Suite
struct `The table of concepts` {
  @Test func `reads every row of the texts`() {
    let lines: Int = Concept.texts.map { $0.continuedRows.count }.reduce(0, +)
    #expect(Concept.all.count == lines)
    #expect((80...95).contains(lines))
    let names: [String] = Concept.all.map { $0.name.lowercased() }
    #expect(Set(names).count == names.count)
  }

  @Test func `says of each concept in one sentence what is counted`() {
    for concept in Concept.all {
      #expect(concept.summary.hasSuffix("."), "\(concept)")
      #expect(concept.summary.count > 10, "\(concept)")
      #expect(!concept.summary.contains(". "), "\(concept)")
    }
  }

  @Test func `names only scopes that exist and generic events that some machine has`() {
    var scopes: Set<String> = ["any"]
    var generic: Set<String> = Set(SoftwareEvent.allCases.flatMap(\.names))
    for microarchitecture in Microarchitecture.all {
      scopes.insert(microarchitecture.name)
      scopes.insert(microarchitecture.layout.rawValue)
      scopes.formUnion(GenericEncodings.lineage(of: microarchitecture.generic))
      generic.formUnion(GenericEncodings.of(microarchitecture)?.names ?? [])
    }
    for concept in Concept.all {
      #expect(Set(concept.seeds.keys).subtracting(scopes) == [], "\(concept)")
      for case .generic(let name) in concept.seeds.values.joined() {
        #expect(generic.contains(name), "\(concept): \(name)")
      }
      for name in concept.genericNames
      where !name.hasPrefix("power/") && name != "cycles"
        && name != "branches"
      {
        #expect(generic.contains(name), "\(concept): \(name)")
      }
    }
  }

  @Test func `is found by name in letters of either case, with or without its prefix`() {
    #expect(Concept.named("CPU-cycles")?.name == "cpu-cycles")
    #expect(Concept.named("page-faults")?.name == "sw:page-faults")
    #expect(Concept.named("energy-pkg")?.name == "rapl:energy-pkg")
    #expect(Concept.named("l1-dcache-loads")?.name == "L1-dcache-loads")
    #expect(Concept.named("nothing") == nil)
  }

  @Test(
    arguments: [
      ("skylake", "cache-misses", 0x412e, 0), ("zen3", "cache-misses", 0x0964, 0),
      ("neoverse-n1", "cache-misses", 0x03, 0), ("skylake", "L1-dcache-load-misses", 0x151, 0),
      ("sapphirerapids", "L1-dcache-load-misses", 0xe124, 0),
      ("zen2", "L1-dcache-load-misses", 0xc860, 0), ("neoverse-v1", "L1-dcache-load-misses", 3, 0),
      ("neoverse-n1", "branch-loads", 0x12, 0), ("skylake", "iTLB-loads", 0x2085, 0),
      ("zen1", "stalled-cycles-frontend", 0x287, 0), ("zen4", "stalled-cycles-frontend", 0xa9, 0),
      ("ivybridge", "stalled-cycles-frontend", 0x180010e, 0),
      ("zen4", "ref-cycles", 0x1_0000_0120, 0), ("skylake", "LLC-loads", 0x1b7, 0x3f_c001_0001),
      ("cortex-a57", "branch-instructions", 0xc, 0),
      ("neoverse-n1", "branch-instructions", 0x21, 0),
      ("icelake", "mem-loads", 0x1cd, 3), ("ivybridge", "dTLB-load-misses", 0x8108, 0),
    ] as [(String, String, UInt64, UInt64)])
  func `knows what the kernel counts for a generic event`(
    microarchitecture: String, name: String, config: UInt64, config1: UInt64
  ) throws {
    let cores = try #require(Microarchitecture.named(microarchitecture).first)
    let words: EventWords? = GenericEncodings.of(cores)?.words[name]
    #expect(words == EventWords(config: config, config1: config1))
  }

  @Test(arguments: [
    ("icelake", "iTLB-loads"), ("sapphirerapids", "iTLB-loads"),
    ("haswell", "stalled-cycles-frontend"), ("skylake", "stalled-cycles-frontend"),
    ("zen2", "stalled-cycles-backend"), ("ivybridge", "stalled-cycles-backend"),
    ("zen3", "ref-cycles"),
  ])
  func `knows which generic events the kernel lacks`(
    microarchitecture: String, name: String
  ) throws {
    let cores = try #require(Microarchitecture.named(microarchitecture).first)
    #expect(GenericEncodings.of(cores)?.words[name] == nil)
  }
}
