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
    times = try arguments.window("time")
    cpus = try arguments.numbers("cpu")
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
}
