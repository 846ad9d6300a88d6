import Stats

/// The text that the program prints.
enum Report {
  /// The results in a form.
  static func text(_ comparisons: [Comparison], as form: Options.Form) -> String {
    switch form {
    case .table: table(comparisons)
    case .json: json(comparisons)
    case .markdown: markdown(comparisons)
    }
  }

  /// A table for people.
  private static func table(_ comparisons: [Comparison]) -> String {
    let rows: [[String]] = rows(comparisons)
    let widths: [Int] = rows[0].indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      var line: String = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The same table in Markdown.
  private static func markdown(_ comparisons: [Comparison]) -> String {
    var rows: [[String]] = rows(comparisons)
    rows.insert(rows[0].map { _ in "---" }, at: 1)
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private static func rows(_ comparisons: [Comparison]) -> [[String]] {
    let head = ["benchmark", "quantity", "ours", "peer", "ratio", "95 % interval", "limit", ""]
    return [head]
      + comparisons.map { comparison in
        [
          comparison.benchmark,
          comparison.quantity.rawValue,
          "\(text(comparison.ourMedian)) \(comparison.unit) (\(comparison.ours))",
          "\(text(comparison.peerMedian)) \(comparison.unit) (\(comparison.peer))",
          text(comparison.ratio.median),
          interval(comparison.ratio.interval),
          limit(of: comparison),
          comparison.verdict?.rawValue ?? "",
        ]
      }
  }

  /// A JSON array for programs.
  private static func json(_ comparisons: [Comparison]) -> String {
    let objects: [String] = comparisons.map { comparison in
      let ratio: PairedRatio = comparison.ratio
      var fields: [(String, String)] = [
        ("benchmark", quoted(comparison.benchmark)),
        ("quantity", quoted(comparison.quantity.rawValue)),
        ("unit", quoted(comparison.unit)), ("ours", quoted(comparison.ours)),
        ("peer", quoted(comparison.peer)), ("rounds", "\(ratio.ratios.count)"),
        ("our_median", "\(comparison.ourMedian)"), ("peer_median", "\(comparison.peerMedian)"),
        ("ratio", "\(ratio.median)"), ("ratio_lower", number(ratio.interval.lower)),
        ("ratio_upper", number(ratio.interval.upper)), ("coverage", "\(ratio.interval.coverage)"),
      ]
      if let limit = comparison.limit, let verdict = comparison.verdict {
        fields.append(("limit_lower", number(limit.lower)))
        fields.append(("limit", "\(limit.upper)"))
        fields.append(("verdict", quoted(verdict.rawValue)))
      }
      return "  {" + fields.map { "\(quoted($0)): \($1)" }.joined(separator: ", ") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]"
  }

  /// The two ends of an interval, which fewer than six rounds do not give.
  private static func interval(_ interval: QuantileInterval<Double>) -> String {
    guard let lower = interval.lower, let upper = interval.upper else { return "too few rounds" }
    return "\(text(lower)) ... \(text(upper))"
  }

  /// A limit in the table, with what it is for when that is not the ratio.
  private static func limit(of comparison: Comparison) -> String {
    switch comparison.limit {
    case .atMost(let ratio): text(ratio)
    case .aim(let ratio): "aim \(text(ratio))"
    case .within(let range): "\(text(range.lowerBound)) ... \(text(range.upperBound))"
    case .cost(let cost): "\(text(cost)) \(comparison.unit)"
    case nil: ""
    }
  }

  /// A number in JSON; null where there is none.
  private static func number(_ value: Double?) -> String {
    value.map { "\($0)" } ?? "null"
  }

  /// A number with about four significant digits.
  private static func text(_ value: Double) -> String {
    let decimals: Int = value < 10 ? 3 : value < 100 ? 2 : value < 1000 ? 1 : 0
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard decimals > 0 else { return "\(scaled)" }
    let fraction = "\(scaled % scale)"
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(scaled / scale).\(zeros)\(fraction)"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
