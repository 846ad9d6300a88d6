import CommandLineSupport
import PerfData

/// Which samples are shown: those of some events, of a window of time, of CPUs.
struct SampleSelection {
  /// Whether the event at a position is shown; nothing for all events.
  private let events: [Bool]?
  /// The window; nothing for all times.
  let times: ClosedRange<UInt64>?
  /// The CPUs; nothing for all.
  let cpus: Set<UInt32>?

  /// Selects everything.
  init() {
    (events, times, cpus) = (nil, nil, nil)
  }

  init(_ arguments: ParsedArguments, _ file: borrowing PerfDataFile) throws {
    if let names = arguments.value("event") {
      events = try SampleSelection.events(names, file)
    } else {
      events = nil
    }
    times = try arguments.value("time").map(SampleSelection.window)
    cpus = try arguments.value("cpu").map(SampleSelection.numbers)
  }

  /// Whether nothing is left out.
  var isEverything: Bool { events == nil && times == nil && cpus == nil }

  /// The same as the library takes it, with what samples refer to.
  var records: RecordSelection {
    RecordSelection(times: times, cpus: cpus, metadata: .complete)
  }

  /// Tells whether a record is a whole sample that is shown.
  func admits(_ record: borrowing Record) -> Bool {
    guard record.sample != nil else { return false }
    if let events, !(events.indices.contains(record.eventIndex) && events[record.eventIndex]) {
      return false
    }
    if let times, let time = record.time, !times.contains(time) { return false }
    if let cpus, let cpu = record.cpu, !cpus.contains(cpu) { return false }
    return true
  }

  private static func events(_ names: String, _ file: borrowing PerfDataFile) throws -> [Bool] {
    let present = file.events.map(\.name)
    var shown = [Bool](repeating: false, count: present.count)
    for name in names.split(separator: ",") {
      let found = present.indices.filter { present[$0] == name || plain(present[$0]) == name }
      guard !found.isEmpty else {
        throw UsageError(
          "the file has no event '\(name)'; there are: \(present.joined(separator: ", "))")
      }
      for index in found { shown[index] = true }
    }
    return shown
  }

  /// The name of an event without the modifiers behind it.
  private static func plain(_ name: String) -> Substring {
    guard let colon = name.lastIndex(of: ":"),
      name[colon...].dropFirst().allSatisfy("ukhpPHGSDWeIb".contains)
    else { return name[...] }
    return name[..<colon]
  }

  /// Reads `FROM,TO` in seconds, of which either may be left out.
  private static func window(_ text: String) throws -> ClosedRange<UInt64> {
    let ends = text.split(separator: ",", omittingEmptySubsequences: false)
    guard ends.count == 2, let first = nanoseconds(ends[0], empty: 0),
      let last = nanoseconds(ends[1], empty: .max)
    else {
      throw UsageError("option '--time' needs FROM,TO in seconds, not '\(text)'")
    }
    guard first <= last else { throw UsageError("the window '\(text)' ends before it begins") }
    return first...last
  }

  /// Reads seconds with up to nine decimals, exactly.
  private static func nanoseconds(_ text: Substring, empty: UInt64) -> UInt64? {
    if text.isEmpty { return empty }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let seconds = UInt64(parts[0]) else { return nil }
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return nil }
    guard parts.count == 2 else { return whole }
    guard (1...9).contains(parts[1].count),
      let fraction = UInt64(parts[1] + String(repeating: "0", count: 9 - parts[1].count))
    else { return nil }
    let (sum, tooLarge) = whole.addingReportingOverflow(fraction)
    return tooLarge ? nil : sum
  }

  /// Reads a list such as `0,2-4`.
  private static func numbers(_ text: String) throws -> Set<UInt32> {
    var numbers: Set<UInt32> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard let first = ends.first.flatMap({ UInt32($0) }),
        let last = ends.last.flatMap({ UInt32($0) }),
        ends.count <= 2, first <= last, last - first < 1 << 16
      else { throw UsageError("option '--cpu' needs a list such as 0,2-4, not '\(text)'") }
      numbers.formUnion(first...last)
    }
    return numbers
  }
}
