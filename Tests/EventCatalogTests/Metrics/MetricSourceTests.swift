import EventCatalog
import Testing

@Suite(
  "Metrics of whole sources", .enabled(if: EventFolders.root != nil, EventFolders.reason))
struct MetricSourceTests {
  /// Each table of a source with metrics; not all that a source knows are given.
  private func tables(of source: any EventSource) throws -> [EventTable] {
    try source.tableNames().compactMap { try? source.table(named: $0) }
      .filter { !$0.metrics.isEmpty }
  }

  /// Every formula and threshold is read, and all are computed in one plan.
  private func check(_ table: EventTable) throws {
    let catalog = MetricCatalog(table.metrics)
    #expect(catalog.failures.isEmpty, "\(table.name)")
    for metric in catalog.metrics {
      #expect(
        metric.definition.threshold.isEmpty == (metric.threshold == nil),
        "\(metric.name): \(metric.definition.threshold)")
    }
    let plan: MetricPlan = try catalog.plan(for: catalog.metrics, withThresholds: true)
    #expect(!plan.events.isEmpty)
    #expect(plan.evaluate(counts: [:]).count == catalog.metrics.count)
  }

  @Test(arguments: EventFolders.kernelTrees)
  func `the kernel's`(tree: String) throws {
    for table in try tables(of: KernelEventsSource(root: tree)) where !table.name.contains("test") {
      try check(table)
    }
  }

  @Test(arguments: EventFolders.perfmonFolders)
  func `perfmon's`(folder: String) throws {
    for table in try tables(of: PerfmonSource(root: folder)) {
      try check(table)
      let catalog = MetricCatalog(table.metrics)
      let unit: PMUUnit = try #require(table.metrics.first).unit
      let tree: TopDownTree = catalog.topDownTree(for: unit)
      for metric in catalog.metrics
      where !metric.definition.parent.isEmpty && metric.definition.unit == unit {
        let place: Int = try #require(tree.place(of: metric.name))
        let parent: Int = try #require(tree.nodes[place].parent)
        #expect(tree.nodes[parent].metric.name == metric.definition.parent)
      }
      for metric in catalog.metrics {
        for name in metric.threshold?.names ?? [] {
          #expect(catalog.metric(named: name, for: metric.definition.unit) != nil, "\(name)")
        }
      }
    }
  }

  @Test(arguments: GivenToolFiles.papiFiles)
  func `PAPI's`(path: String) throws {
    for table in try tables(of: GivenToolFiles.papi(path)) { try check(table) }
  }

  @Test func `LIKWID's, of which some lack a counter`() throws {
    for table in try tables(of: GivenToolFiles.likwid) {
      for (name, error) in MetricCatalog(table.metrics).failures {
        guard case .unknownOperand = error.problem else {
          Issue.record("\(table.name) \(name): \(error)")
          continue
        }
      }
    }
  }
}
