import EventCatalog
import Testing

@Suite("A search finds events by what people remember of them")
struct EventIndexTests {
  private static func definition(
    _ name: String, _ brief: String = "", _ details: String = "", others: [String] = [],
    isDeprecated: Bool = false
  ) -> EventDefinition {
    var definition = EventDefinition(
      name: name, unit: .core, provenance: EventProvenance(source: .perfmon, location: "made"))
    definition.brief = brief
    definition.details = details
    definition.otherNames = others
    definition.topic = "cache"
    if isDeprecated { definition.traits.insert(.deprecated) }
    return definition
  }

  private let index = EventIndex([
    definition("L2_RQSTS.MISS", "All requests that miss the L2 cache"),
    definition("l2", "The whole name of a short event"),
    definition("MEM_LOAD_RETIRED.L2_MISS", "Loads that miss", "Retired loads with a miss in L2."),
    definition("XL2_REQUESTS", "No word starts here"),
    definition("BR_INST_RETIRED", "Branches", "Every taken or not taken branch, also in L2."),
    definition("L2_OLD.MISS", "An old event", isDeprecated: true),
    definition("CYCLES", "Clock", others: ["cpu-cycles", "THREAD"]),
  ])

  private func names(_ query: String, limit: Int = 100) -> [String] {
    index.search(query, limit: limit).map(\.definition.name)
  }

  @Test func `names rank before descriptions`() {
    #expect(
      names("l2") == [
        "l2", "L2_RQSTS.MISS", "L2_OLD.MISS", "MEM_LOAD_RETIRED.L2_MISS", "XL2_REQUESTS",
        "BR_INST_RETIRED",
      ])
    #expect(
      index.search("L2").map(\.quality) == [
        .wholeName, .startOfName, .startOfName, .startOfPart, .name, .details,
      ])
  }

  @Test func `every word must be somewhere`() {
    #expect(names("miss load") == ["MEM_LOAD_RETIRED.L2_MISS"])
    #expect(names("taken branch") == ["BR_INST_RETIRED"])
    #expect(names("taken branch nowhere").isEmpty)
  }

  @Test func `no word is found across two texts`() {
    #expect(names("missall").isEmpty)
  }

  @Test func `other names count as names`() {
    #expect(index.search("cpu-cycles").map(\.quality) == [.wholeName])
    #expect(names("thread") == ["CYCLES"])
  }

  @Test(arguments: [
    ("l2*", ["l2", "L2_RQSTS.MISS", "L2_OLD.MISS"]), ("*.l2_*", ["MEM_LOAD_RETIRED.L2_MISS"]),
    ("[xb]*", ["XL2_REQUESTS", "BR_INST_RETIRED"]), ("l?", ["l2"]),
    ("*retired* loads", ["MEM_LOAD_RETIRED.L2_MISS"]), ("cpu-*", ["CYCLES"]),
  ])
  func `patterns are of whole names`(query: String, expected: [String]) {
    #expect(Set(names(query)) == Set(expected))
  }

  @Test(arguments: ["", "  ", "cache"])
  func `a query that all fit returns all`(query: String) {
    #expect(names(query).count == 7)
    #expect(names(query, limit: 2).count == 2)
    #expect(names(query, limit: -1).isEmpty)
  }

  @Test func `hostile queries end`() {
    #expect(names(String(repeating: "l2 ", count: 100_000)).count == 6)
    #expect(names(String(repeating: "*", count: 1000) + "zz").isEmpty)
    #expect(names("*" + String(repeating: "l2", count: 100_000)).isEmpty)
    #expect(names("\u{1}é").isEmpty)
    #expect(EventIndex([EventDefinition]()).search("x").isEmpty)
  }

  /// An independent, slow search: what fits, without ranks.
  @Test(arguments: ["e", "is", "l2", "miss", "load l2", "a e i", ".", "_"])
  func `what fits is what contains every word`(query: String) {
    let expected: [String] = index.definitions.filter { definition in
      query.split(separator: " ").allSatisfy { word in
        ([definition.name, definition.topic, definition.brief, definition.details]
          + definition.otherNames).contains { $0.lowercased().contains(word) }
      }
    }.map(\.name)
    #expect(Set(names(query)) == Set(expected))
  }
}

@Suite("A search finds metrics too")
struct MetricSearchTests {
  @Test func `by names, groups and descriptions`() {
    func metric(_ name: String, _ groups: [String], _ brief: String) -> MetricDefinition {
      var metric = MetricDefinition(
        name: name, formula: "1", language: .perf,
        provenance: EventProvenance(source: .kernelEvents, location: "made"))
      metric.groups = groups
      metric.brief = brief
      return metric
    }
    let index = EventIndex(
      [],
      metrics: [
        metric("L2MPKI", ["Mem"], "Misses for each thousand instructions"),
        metric("IPC", ["Ret", "Summary"], "Instructions for each cycle"),
        metric("UopPI", ["Pipeline", "Ret"], "Micro-operations of each instruction"),
      ])
    #expect(index.searchMetrics("ipc").map(\.name) == ["IPC"])
    #expect(index.searchMetrics("ret").map(\.name) == ["IPC", "UopPI"])
    #expect(index.searchMetrics("instruction").map(\.name) == ["L2MPKI", "IPC", "UopPI"])
    #expect(index.searchMetrics("l2* each", limit: 1).map(\.name) == ["L2MPKI"])
  }
}
