import CommandLineSupport
import Counting

/// Counts nested regions of a small program and prints them as a table.
@main
enum CountRegion {
  static func main() {
    declaration.run { (arguments, output) in
      if let operand = arguments.operands.first {
        throw UsageError("there is nothing to do with '\(operand)'")
      }
      let items: Int = try arguments.number("items", in: 1...10_000_000) ?? 100_000
      let named: [String] = arguments.values("event")
      let events: String =
        named.isEmpty ? "task-clock,page-faults,context-switches" : named.joined(separator: ",")
      let regions = try RegionCounter(events, unsupported: .reportRefused)
      // The first round touches memory and code for the first time; the second shows
      // what the work itself costs.
      for round in ["first round", "second round"] {
        try regions.measure(round) { try Workload(items: items).run(regions) }
      }
      let report = RegionReport(totals: try regions.totals(), items: items)
      if arguments.has("json") {
        try output.write(bytes: report.json)
      } else {
        try output.write(report.text)
      }
      return 0
    }
  }

  private static let declaration = CommandDeclaration(
    name: "count-region",
    usage: ["[-e EVENTS] [-n ITEMS] [--json]"],
    summary: """
      Counts events in nested regions of a small program that makes, sorts and indexes
      items, and shows each region's totals, what is its own, and the figures per item.
      """,
    options: [
      .value(
        "event", letter: "e", valueName: "EVENTS",
        summary: "Events as perf names them, separated by commas."),
      .value("items", letter: "n", valueName: "ITEMS", summary: "How many items to work on."),
      .flag("json", summary: "Report as one JSON object."),
    ])
}
