import EventCatalog
import Foundation
import Testing

@Suite(
  "Metrics of the kernel's tables", .enabled(if: MetricCorpus.folder != nil, MetricCorpus.reason))
struct GoldenMetricTests {
  @Test(arguments: MetricCorpus.goldenTables.map(\.path))
  func `formulas of the files are simplified as in the tables`(path: String) throws {
    let model: String = try #require(
      MetricCorpus.goldenTables.first { $0.path == path }?.model)
    let root: String = try #require(
      path.range(of: "/golden/").map { String(path[..<$0.lowerBound]) })
    let folder: String = try #require(
      MetricCorpus.kernelFolders.keys.first {
        $0.hasPrefix("\(root)/arch/") && $0.hasSuffix("/\(model)")
      })
    let metrics: [MetricCorpus.KernelMetric] = try #require(MetricCorpus.kernelFolders[folder])
    let rows: [MetricCorpus.GoldenRow] = try MetricCorpus.goldenRows(path)
    #expect(!rows.isEmpty)
    for row in rows {
      let metric = try #require(metrics.first { $0.unit == row.unit && $0.name == row.name })
      let expression = try MetricExpression(parsing: metric.formula)
      #expect(expression.simplified().description == row.formula, "\(row.name)")
      #expect(metric.threshold == row.threshold, "\(row.name)")
    }
  }

  @Test(arguments: MetricCorpus.goldenTables.map(\.path))
  func `what is printed is read again as the same expression`(path: String) throws {
    for row in try MetricCorpus.goldenRows(path) {
      for text in [row.formula, row.threshold] where !text.isEmpty {
        let expression = try MetricExpression(parsing: text)
        #expect(try MetricExpression(parsing: expression.description) == expression, "\(row.name)")
        if text == row.formula { #expect(expression.description == text) }
      }
    }
  }

  @Test func `every formula of the kernel's files is read and printed the same`() throws {
    for (folder, metrics) in MetricCorpus.kernelFolders {
      for metric in metrics {
        for text in [metric.formula, metric.threshold] where !text.isEmpty {
          let expression = try MetricExpression(parsing: text)
          let printed: MetricExpression = try MetricExpression(parsing: expression.description)
          #expect(printed == expression, "\(folder) \(metric.name)")
          let simplified: MetricExpression = expression.simplified()
          #expect(simplified.simplified() == simplified, "\(folder) \(metric.name)")
        }
      }
    }
  }
}
