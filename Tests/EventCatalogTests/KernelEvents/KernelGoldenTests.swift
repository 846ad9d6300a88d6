import EventCatalog
import Foundation
import Testing

@Suite("The kernel's event files against what perf makes of them")
struct KernelGoldenTests {
  @Test(
    .enabled(if: EventFolders.root != nil, EventFolders.reason),
    arguments: EventFolders.files("events_", ".tsv"))
  func `every row of events is equal`(file: GoldenFile) throws {
    let source = KernelEventsSource(root: file.tree + "/arch")
    let table: EventTable = try source.table(named: file.table)
    let rows: [[String: String]] = try file.rows()
    #expect(table.warnings == [])
    #expect(table.events.count == rows.count)
    for (event, row) in zip(table.events, rows) {
      #expect(event.unit.name == row["pmu"])
      #expect(event.name == row["name"])
      #expect(event.terms == row["event_terms"])
      #expect(scaleText(event.scale, event.countUnit) == normalized(row["unit"]))
      #expect(event.traits.contains(.deprecated) == (row["deprecated"] == "1"))
      #expect(event.traits.contains(.perPackage) == (row["perpkg"] == "1"))
      #expect(event.topic == row["topic"])
      #expect(event.brief == unescaped(row["desc"]))
    }
  }

  @Test(
    .enabled(if: EventFolders.root != nil, EventFolders.reason),
    arguments: EventFolders.files("metrics_", ".tsv"))
  func `every row of metrics is equal`(file: GoldenFile) throws {
    let source = KernelEventsSource(root: file.tree + "/arch")
    let table: EventTable = try source.table(named: file.table)
    let rows: [[String: String]] = try file.rows()
    #expect(table.metrics.count == rows.count)
    for (metric, row) in zip(table.metrics, rows) {
      #expect(metric.unit.name == row["pmu"])
      #expect(metric.name == row["metric_name"])
      #expect(metric.groups.joined(separator: ";") == row["metric_group"])
      #expect(metric.threshold == row["metric_threshold"])
      #expect(scaleText(metric.scale, metric.unitName) == normalized(row["unit"]))
      #expect(metric.brief == unescaped(row["desc"]))
      #expect(try metric.expression().simplified().description == row["metric_expr"])
    }
  }

  /// Factor and unit in a form that does not depend on how the factor is written.
  private func scaleText(_ scale: Double, _ unit: String) -> String {
    scale == 1 && unit.isEmpty ? "" : "\(scale) \(unit)"
  }

  private func normalized(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    let scanner = Scanner(string: text)
    let scale: Double = scanner.scanDouble() ?? 1
    return scaleText(scale, String(text[scanner.currentIndex...]))
  }

  /// The text behind the escapes of C in which perf's generator writes it.
  private func unescaped(_ text: String?) -> String? {
    text?.replacingOccurrences(of: "\\\"", with: "\"").replacingOccurrences(of: "\\n", with: "\n")
      .replacingOccurrences(of: "\\r", with: "\r")
  }
}
