import CommandLineSupport
import Counting
import Stats

extension Report {
  /// The report as people read it.
  var text: String {
    outcome.runs.count == 1 ? textOfOneRun : textOfSeveralRuns
  }

  private var textOfOneRun: String {
    var table = TextTable(columns: [.right, .left, .left, .left])
    for event in events {
      guard let count = event.counts.first, let value = count.scaledValue else {
        table.append([event.absence, event.unit, event.name, ""])
        continue
      }
      let kind: String =
        if case .lowerBound = count.count { "at least" } else { "estimate" }
      let estimate: String =
        count.count.share < 1 ? "\(kind), counted \(percent(count.count.share)) of the time" : ""
      table.append([display(value, count), event.unit, event.name, estimate])
    }
    return "\ncounts of \(subject):\n\n" + table.text + "\n"
      + "\(decimalText(seconds.first ?? 0, places: 6)) seconds elapsed\n" + remarks
  }

  private var textOfSeveralRuns: String {
    var table = TextTable(columns: [.right, .left, .left, .right, .left, .right, .left])
    table.append(["median", "unit", "event", "spread", "95 % interval", "outliers", ""])
    for event in events {
      guard let first = event.counts.first, let summary = try? Summary(of: event.values) else {
        table.append([event.absence, event.unit, event.name])
        continue
      }
      var notes: [String] = []
      if event.values.count < event.counts.count {
        notes.append("\(event.values.count) of \(event.counts.count) runs")
      }
      if event.share < 1 { notes.append("estimate, share at least \(percent(event.share))") }
      table.append([
        display(summary.median, first), event.unit, event.name,
        "± \(display(summary.scaledMedianAbsoluteDeviation, first))",
        interval(summary, first), "\(summary.outliers.flags.count)",
        notes.joined(separator: ", "),
      ])
    }
    return "\nmedians of \(outcome.runs.count) runs, \(subject):\n\n" + table.text + "\n"
      + elapsed + remarks
  }

  private var elapsed: String {
    guard let summary = try? Summary(of: seconds) else { return "" }
    return "\(decimalText(summary.median, places: 6)) ± "
      + "\(decimalText(summary.scaledMedianAbsoluteDeviation, places: 6)) seconds elapsed\n"
      + "The spread is 1.4826 times the median absolute deviation.\n"
  }

  private func interval(_ summary: Summary<Double>, _ count: EventCount) -> String {
    guard let bounds = summary.medianInterval.bounds else { return "needs 6 runs" }
    return "\(display(bounds.lowerBound, count)) … \(display(bounds.upperBound, count))"
  }

  /// What the table cannot say: reasons for missing values, and what was left out.
  private var remarks: String {
    var text: String = ""
    if outcome.isInterrupted {
      text +=
        request.runs == 1
        ? "interrupted\n" : "interrupted after \(completeRuns) of \(request.runs) runs\n"
    }
    for event in events {
      for reason in event.reasons { text += "\(event.name): \(reason)\n" }
    }
    for (reason, names) in leftOut {
      text += "left out: \(names.joined(separator: ", ")): \(reason)\n"
    }
    return text
  }

  private var completeRuns: Int {
    outcome.runs.count { $0.interruption == nil }
  }

  private func display(_ value: Double, _ count: EventCount) -> String {
    if count.scale != 1 { return decimalText(value, places: 3) }
    let isWhole: Bool = value == value.rounded() || value >= 1000
    if isWhole, let whole = UInt64(exactly: value.rounded()) { return groupedText(whole) }
    return decimalText(value, places: 1)
  }

  private func percent(_ share: Double) -> String {
    "\(decimalText(share * 100, places: 1)) %"
  }
}
