import Foundation
import Stats
import Testing

/// The examples of the documentation, which have to compile and to print what
/// they say.
struct DocumentationTests {
  @Test
  func `the landing page`() throws {
    let output = Output()
    func print(_ value: Any) { output.lines.append("\(value)") }

    let instructions: [UInt64] = [
      226_990_031, 226_990_030, 226_990_031, 226_990_033, 226_990_030, 226_990_031, 298_113_402,
    ]
    let summary = try Summary(of: instructions)
    print(summary.median)  // 226990031.0
    print(summary.medianInterval)  // [226990030, 298113402] at 98.4 %
    print(summary.outliers.flags)  // value 6, and what would have been normal

    #expect(output.lines[0] == "226990031.0")
    #expect(output.lines[1] == "[226990030, 298113402] at 98.4 %")
    #expect(output.lines[2].hasPrefix("[Value 6 is 298113402, outside of 226990"))
  }

  @Test
  func `median, interval and outliers`() throws {
    let output = Output()
    func print(_ values: Any...) { output.add(values) }

    let milliseconds: [Double] = [
      12.1, 12.3, 12.0, 12.2, 12.1, 12.4, 19.8, 12.2, 12.1, 12.3, 12.2, 12.0,
    ]
    let summary = try Summary(of: milliseconds)
    print(summary.median)  // 12.2
    print(summary.mean)  // 12.8, moved by a single run
    print(summary.scaledMedianAbsoluteDeviation)  // 0.15, the spread of ordinary runs
    print(summary.standardDeviation ?? 0)  // 2.2, the spread of that single run
    #expect(output.take() == ["12.2", "12.8", "0.15", "2.2"])

    let interval = summary.medianInterval
    print(interval)  // [12.1, 12.3] at 96.1 %
    print(interval.lowerRank, interval.upperRank)  // 3 10
    print(interval.coverage >= interval.level)  // true
    #expect(output.take() == ["[12.1, 12.3] at 96.1 %", "3 10", "true"])

    for flag in summary.outliers.flags {
      print(flag.index, flag.value, flag.score)
      print(flag.normal)  // the range that would not have been flagged
      print(flag.method)  // modified-z 1
    }
    let flags = output.take()
    #expect(flags.count == 3)
    #expect(flags[0].hasPrefix("6 19.8 51."))
    #expect(flags[1].hasPrefix("11.6"))
    #expect(flags[2] == "modified-z 1")
  }

  @Test
  func `too few values`() throws {
    let output = Output()
    func print(_ values: Any...) { output.add(values) }

    let few = try Sample([12.1, 12.3, 12.0, 12.2]).medianInterval()
    print(few.bounds == nil)  // true
    print(few)  // (unbounded, unbounded) at 100.0 %

    let latencies = try Sample((1...200).map { UInt64($0) })
    let tail = try latencies.interval(ofQuantile: 0.99)
    print(tail.lower ?? 0, tail.upper as Any)  // 195 nil
    #expect(output.take() == ["true", "(unbounded, unbounded) at 100.0 %", "195 nil"])
  }

  @Test
  func `deterministic counts`() throws {
    let output = Output()
    func print(_ values: Any...) { output.add(values) }

    let deterministic = [UInt64](repeating: 1_000_000, count: 19)
    let harmless = try Summary(of: deterministic + [1_000_001])
    print(harmless.outliers.flags.count)  // 0
    print(harmless.outliers.scaleSource)  // floor
    let wild = try Summary(of: deterministic + [2_000_000])
    print(wild.outliers.flags.map(\.index))  // [19]
    #expect(output.take() == ["0", "floor", "[19]"])
  }

  @Test
  func `comparison and merging`() throws {
    let output = Output()
    func print(_ values: Any...) { output.add(values) }

    let before: [Double] = [10.2, 10.4, 10.1, 10.9, 11.2, 11.0, 10.3, 10.2]
    let after: [Double] = [9.1, 9.3, 9.2, 9.9, 10.0, 9.8, 9.3, 9.2]
    let ratio = try PairedRatio(of: after, over: before)
    print(ratio.median)  // 0.90, the new one takes a tenth less
    print(ratio.interval)  // below 1 throughout: faster, with more than 95 % confidence
    print(ratio.countBelowOne)  // 8
    let lines = output.take()
    #expect(lines[0] == "0.9" && lines[2] == "8")
    #expect(try #require(ratio.interval.bounds).upperBound < 1)
    #expect(ratio.interval.coverage > 0.95)

    var monday = try ExactMoments(of: [3, 1, 4, 1, 5])
    let tuesday = try ExactMoments(of: [9, 2, 6, 5])
    try monday.merge(tuesday)
    print(monday.count, monday.sum)  // 9 36
    print(monday.mean ?? 0)  // 4.0
    #expect(output.take() == ["9 36", "4.0"])
  }

  @Test
  func `every example of the documentation stands in this file`() throws {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let compiled = lines(try String(contentsOfFile: #filePath, encoding: .utf8))
      .joined(separator: "\n")
    var examples = 0
    for page in ["Stats.md", "Trusting-Numbers.md"] {
      let catalog = package.appendingPathComponent("DocC/Stats.docc/" + page)
      let parts = try String(contentsOf: catalog, encoding: .utf8)
        .components(separatedBy: "```swift\n")
      for part in parts.dropFirst() {
        let code = lines(part.components(separatedBy: "```")[0]).filter { $0 != "import Stats" }
        #expect(compiled.contains(code.joined(separator: "\n")), "\(page): \(code)")
        examples += 1
      }
    }
    #expect(examples == 8)
  }
}

/// What an example prints, numbers rounded to two digits behind the point.
private final class Output {
  var lines: [String] = []

  func add(_ values: [Any]) {
    let texts = values.map { value in
      guard let number = value as? Double else { return "\(value)" }
      return number.magnitude < 1 ? "\((number * 100).rounded() / 100)" : short(number)
    }
    lines.append(texts.joined(separator: " "))
  }

  private func short(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  func take() -> [String] {
    defer { lines = [] }
    return lines
  }
}
