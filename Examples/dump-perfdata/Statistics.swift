import CommandLineSupport
import Glibc
import PerfData

/// The number of records of each kind, and of samples of each event.
struct Statistics {
  private(set) var total: UInt64 = 0
  private(set) var kinds: [RecordKind: UInt64] = [:]
  private(set) var samples: [UInt64]
  private(set) var lostSamples: [UInt64]
  private(set) var unattributed: UInt64 = 0
  private(set) var faults: [PerfDataError] = []

  /// Counts the records, also those behind damage.
  init(_ file: borrowing PerfDataFile) {
    self.init(file, atDamage: .stop)
    // Looking for damage at every record takes its time, and most files have none.
    if !faults.isEmpty { self = Statistics(file, atDamage: .skip) }
  }

  private init(_ file: borrowing PerfDataFile, atDamage handling: DamageHandling) {
    samples = [UInt64](repeating: 0, count: file.events.count)
    lostSamples = samples
    // Kinds below 96 are all there are; a dictionary would take most of the time.
    var counts = [UInt64](repeating: 0, count: 96)
    var records = file.records(atDamage: handling)
    do throws(PerfDataError) {
      while let record = try records.next() {
        let number = Int(record.kind.rawValue)
        if number < counts.count {
          counts[number] += 1
        } else {
          kinds[record.kind, default: 0] += 1
        }
        total += 1
        if record.kind == .sample || record.kind == .lostSamples { count(record) }
      }
      faults += records.gaps.map(\.fault)
    } catch {
      faults.append(error)
    }
    for (number, count) in counts.enumerated() where count > 0 {
      kinds[RecordKind(rawValue: UInt32(number))] = count
    }
  }

  private mutating func count(_ record: borrowing Record) {
    let event = record.eventIndex
    guard event >= 0 else {
      unattributed += 1
      if case .malformed(let error) = record.content, faults.isEmpty { faults.append(error) }
      return
    }
    if record.kind == .sample {
      samples[event] += 1
    } else if case .lostSamples(let lost) = record.content {
      // The number is the file's: it wraps around, as perf's does.
      lostSamples[event] &+= lost.count
    }
  }
}

/// Shows the statistics, as text in the form of `perf report --stats`.
func show(
  statisticsOf file: borrowing PerfDataFile, as form: Form, to output: inout Output
) throws -> [PerfDataError] {
  let statistics = Statistics(file)
  switch form {
  case .text: try output.write(text(of: statistics, file))
  case .json: try output.write(bytes: json(of: statistics, file))
  }
  return statistics.faults
}

private func text(of statistics: Statistics, _ file: borrowing PerfDataFile) -> String {
  var text = "\nAggregated stats:\n" + line("TOTAL", statistics.total) + "\n"
  let kinds = statistics.kinds.sorted { $0.key.rawValue < $1.key.rawValue }
  for (kind, count) in kinds {
    let share = formatted("%4.1f", Double(count) * 100 / Double(statistics.total))
    text += line("\(kind)", count) + "  (\(share)%)\n"
  }
  for (index, event) in file.events.enumerated() {
    let counts = [
      ("SAMPLE", statistics.samples[index]), ("LOST_SAMPLES", statistics.lostSamples[index]),
    ]
    let present = counts.filter { $0.1 > 0 }
    if present.isEmpty { continue }
    text += "\(escaped(event.name)) stats:\n"
    for (name, count) in present { text += line(name, count) + "\n" }
  }
  return text
}

private func line(_ name: String, _ count: UInt64) -> String {
  padded(name, 16) + " events: " + padded("\(count)", 10)
}

private func json(of statistics: Statistics, _ file: borrowing PerfDataFile) -> [UInt8] {
  var writer = JSONWriter()
  writer.beginObject()
  writer.member("total", statistics.total)
  writer.key("records")
  writer.beginObject()
  for (kind, count) in statistics.kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
    writer.member("\(kind)", count)
  }
  writer.endObject()
  writer.key("events")
  writer.beginArray()
  for (index, event) in file.events.enumerated() {
    writer.beginObject()
    writer.member("name", event.name)
    writer.member("samples", statistics.samples[index])
    writer.member("lost_samples", statistics.lostSamples[index])
    writer.endObject()
  }
  writer.endArray()
  writer.member("unattributed", statistics.unattributed)
  writer.member("damage", (statistics.faults.first ?? file.faults.first).map { "\($0)" })
  writer.endObject()
  writer.endLine()
  return writer.take()
}
