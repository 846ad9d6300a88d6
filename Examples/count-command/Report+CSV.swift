import CommandLineSupport
import Counting

extension Report {
  /// The report as comma-separated values, a line per run and event.
  ///
  /// The columns mean the same as in the JSON form; a missing value is empty.
  var csv: String {
    var text: String = CSV.line([
      "run", "event", "value", "unit", "status", "share", "raw", "time_enabled", "time_running",
      "reason",
    ])
    for (run, second) in seconds.enumerated() {
      for event in events {
        let count: EventCount = event.counts[run]
        text += CSV.line([
          "\(run + 1)", count.name, count.scaledValue.map(event.text) ?? "", count.unit,
          count.status, "\(count.count.share)", "\(count.rawValue)", "\(count.timeEnabled)",
          "\(count.timeRunning)", count.count.absence ?? "",
        ])
      }
      text += CSV.line([
        "\(run + 1)", "elapsed", decimalText(second, places: 9), "s", "exact", "1.0", "", "", "",
        "",
      ])
    }
    return text
  }
}
