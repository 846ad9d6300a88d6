import EventCatalog
import Foundation
import TestSupport
import Testing

@Suite(
  "Whole tables of metrics", .enabled(if: MetricCorpus.folder != nil, MetricCorpus.reason))
struct MetricTableTests {
  @Test(arguments: MetricCorpus.kernelFolders.keys.sorted())
  func `are computed as each metric alone`(folder: String) throws {
    let definitions = try #require(MetricCorpus.kernelFolders[folder]).map(\.definition)
    try compare(MetricCatalog(definitions), count: definitions.count)
  }

  @Test(arguments: MetricCorpus.perfmonFiles.keys.sorted())
  func `of perfmon as well`(file: String) throws {
    let definitions = try #require(MetricCorpus.perfmonFiles[file]).map(\.definition)
    let catalog = MetricCatalog(definitions)
    try compare(catalog, count: definitions.count)
    for metric in catalog.metrics {
      for name in metric.threshold?.names ?? [] {
        #expect(catalog.metric(named: name, for: .core) != nil, "\(metric.name): \(name)")
      }
    }
  }

  private func compare(_ catalog: MetricCatalog, count: Int) throws {
    #expect(catalog.failures.isEmpty)
    #expect(catalog.metrics.count == count)
    var environment = MetricEnvironment(
      Dictionary(
        uniqueKeysWithValues: PythonComparisonTests.literals.map { (MetricLiteral($0), $1) }))
    for literal in [.threadsPerCore, .durationInMilliseconds] as [MetricLiteral] {
      environment[literal] = 2
    }
    environment.cpu = .other("")
    let plan: MetricPlan = try catalog.plan(for: catalog.metrics, withThresholds: true)
    var random = SeededGenerator(seed: 1)
    let counts = PythonComparisonTests.counts(plan.events, using: &random)
    for reading in plan.evaluate(counts: counts, in: environment) {
      let expression: MetricExpression = try catalog.expressionOverEvents(of: reading.metric)
      #expect(Set(expression.names).isSubset(of: plan.events))
      let value: Double = try expression.evaluate(counts: counts, in: environment)
      #expect(Optional(try reading.value.get()).agrees(with: value), "\(reading.metric.name)")
    }
  }

  @Test(arguments: MetricCorpus.kernelFolders.keys.sorted())
  func `divide each level of a top-down analysis`(folder: String) throws {
    let metrics: [MetricCorpus.KernelMetric] = try #require(MetricCorpus.kernelFolders[folder])
    let catalog = MetricCatalog(metrics.map(\.definition))
    for unit in Set(metrics.map(\.unit)) {
      let tree: TopDownTree = catalog.topDownTree(for: PMUUnit(unit))
      let named: [MetricCorpus.KernelMetric] = metrics.filter {
        $0.unit == unit && $0.group.contains("TopdownL")
      }
      #expect(tree.nodes.count == Set(named.map(\.name)).count)
      for (place, node) in tree.nodes.enumerated() {
        #expect(node.children.allSatisfy { $0 > place && tree.nodes[$0].parent == place })
      }
    }
  }

  @Test(arguments: MetricCorpus.perfmonFiles.keys.sorted())
  func `of perfmon divide each level but the first`(file: String) throws {
    let metrics: [PerfmonMetric] = try #require(MetricCorpus.perfmonFiles[file])
    let tree: TopDownTree = MetricCatalog(metrics.map(\.definition)).topDownTree()
    let parts: [PerfmonMetric] = metrics.filter { $0.parent != nil }
    for part in parts {
      let place: Int = try #require(tree.place(of: part.name))
      let parent: Int = try #require(tree.nodes[place].parent)
      #expect(tree.nodes[parent].metric.name == part.parent)
      #expect(tree.nodes[place].level == part.level)
    }
    #expect(tree.nodes.count == parts.count + tree.roots.count)
  }
}

extension MetricCorpus.KernelMetric {
  /// The metric as the package describes it.
  var definition: MetricDefinition {
    var definition = MetricDefinition(
      name: name, formula: formula, language: .perf,
      provenance: EventProvenance(source: .kernelEvents, location: "test"))
    definition.threshold = threshold
    definition.unit = PMUUnit(unit)
    definition.groups = group.split(separator: ";").map(String.init)
    return definition
  }
}
