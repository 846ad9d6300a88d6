import Foundation
import PerfData
import Testing
import Traces

@Suite("Events that describe themselves beside an independent decoder")
struct SelfDescribingGoldenTests {
  private static let path: String? = SharedRecordings.folder.map {
    $0.replacingOccurrences(of: "generated", with: "LinuxTracepoints-Net/perf.data")
  }

  @Test(
    "Every field of every event has the decoder's text",
    .enabled(if: path != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func fields() throws {
    let path = try #require(Self.path)
    var theirs = try Self.samples(ofText: String(contentsOfFile: path + ".json", encoding: .utf8))[
      ...]
    #expect(theirs.count == 539)
    let file = try PerfDataFile(path: path)
    var records = file.records()
    var count = 0
    while let record = try records.next() {
      guard let sample = record.sample, let expected = theirs.popFirst() else { continue }
      guard let event = SelfDescribingEvent(sample, in: file) else {
        #expect(expected.first?.hasPrefix("    \"n\": \"sched:") == true)
        continue
      }
      count += 1
      #expect(!event.isTruncated)
      #expect(Self.lines(of: event, sample) == expected)
    }
    #expect(theirs.isEmpty)
    #expect(count == 254)
  }

  /// The lines of each sample in the order of the file, without commas and times.
  private static func samples(ofText text: String) -> [[String]] {
    var samples: [[String]] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if line.contains("/* Events in Time order */") { break }
      if line == "  {" { samples.append([]) }
      guard !samples.isEmpty, line.hasPrefix("    "), !line.contains("\"time\": \"20") else {
        continue
      }
      // The decoder knows the names of errors.
      let plain = String(line).replacingOccurrences(
        of: "\"E[A-Z]+\\(", with: "\"ERRNO(", options: .regularExpression)
      let isLast = !plain.hasSuffix(",")
      samples[samples.count - 1].append(isLast ? plain : String(plain.dropLast()))
    }
    return samples.filter { $0.first?.hasPrefix("    \"n\": ") == true }
  }

  private static func lines(
    of event: SelfDescribingEvent, _ sample: borrowing Sample
  ) -> [String] {
    var lines = ["    \"n\": \(quoted("\(event.provider):\(event.name)"))"]
    for field in event.fields { lines += text(field, "    ") }
    lines += ["    \"meta\": {", "      \"cpu\": \(sample.cpu ?? 0)"]
    lines.append("      \"pid\": \(sample.thread?.process ?? 0)")
    if event.id != 0 { lines.append("      \"id\": \(event.id)") }
    if event.version != 0 { lines.append("      \"version\": \(event.version)") }
    if event.level != 0 { lines.append("      \"level\": \(event.level)") }
    if event.keyword != 0 { lines.append("      \"keyword\": \(hexadecimal(event.keyword))") }
    if event.opcode != 0 { lines.append("      \"opcode\": \(event.opcode)") }
    if event.tag != 0 { lines.append("      \"tag\": \(hexadecimal(event.tag))") }
    if let activity = event.activity {
      lines.append("      \"activity\": \"\(SelfDescribingValue.uuid(activity))\"")
    }
    if let related = event.relatedActivity {
      lines.append("      \"relatedActivity\": \"\(SelfDescribingValue.uuid(related))\"")
    }
    return lines + ["    }"]
  }

  private static func text(_ field: SelfDescribingField, _ indent: String) -> [String] {
    let tag = field.tag == 0 ? "" : ";tag=0x" + String(field.tag, radix: 16, uppercase: true)
    var lines = text(field.value, indent)
    lines[0] = indent + quoted(field.name + tag) + ": " + lines[0].dropFirst(indent.count)
    return lines
  }

  private static func text(_ value: SelfDescribingValue, _ indent: String) -> [String] {
    switch value {
    case .array(let values):
      if values.isEmpty { return [indent + "[]"] }
      return [indent + "["] + values.flatMap { text($0, indent + "  ") } + [indent + "]"]
    case .structure(let fields):
      return [indent + "{"] + fields.flatMap { text($0, indent + "  ") } + [indent + "}"]
    default: return [indent + text(of: value)]
    }
  }

  private static func text(of value: SelfDescribingValue) -> String {
    switch value {
    case .hexadecimal(let number): hexadecimal(number)
    case .boolean(let number): number & ~1 == 0 ? "\(value)" : "\"BOOL(\(number))\""
    case .float(let number): text(number)
    case .double(let number): text(number)
    case .errorNumber(let number): "\"ERRNO(\(number))\""
    case .time(let seconds): "\"\(time(seconds))\""
    case .text(let text): quoted(text)
    case .bytes: "\"\(value.description.uppercased())\""
    case .uuid, .internetAddress: "\"\(value)\""
    default: "\(value)"
    }
  }

  private static func text(
    _ number: some BinaryFloatingPoint & LosslessStringConvertible
  ) -> String {
    if number.isNaN { return "\"NaN\"" }
    if number.isInfinite { return number < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
    let digits = "\(number)"
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  /// The date, or the seconds where it has no four digits for the year.
  private static func time(_ seconds: Int64) -> String {
    guard seconds >= -62_135_596_800, seconds < 253_402_300_800 else { return "TIME(\(seconds))" }
    return ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(seconds)))
  }

  private static func hexadecimal(_ number: some BinaryInteger) -> String {
    "\"0x\(String(number, radix: 16, uppercase: true))\""
  }

  private static func quoted(_ text: String) -> String {
    let units = text.utf16.map { unit in
      switch unit {
      case 0x22: "\\\""
      case 0x5c: "\\\\"
      case 0x20..<0x7f where !"+<>&'`".utf16.contains(unit): String(UnicodeScalar(UInt8(unit)))
      default:
        "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count)
          + String(unit, radix: 16, uppercase: true)
      }
    }
    return "\"" + units.joined() + "\""
  }
}
