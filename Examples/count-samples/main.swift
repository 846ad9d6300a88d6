import CommandLineSupport
import PerfData

/// What samples are grouped by.
struct Place: Hashable {
  let command: String
  let module: String
}

/// Counts the samples of each command in each module, in the order of time.
func count(_ file: borrowing PerfDataFile) -> (samples: [Place: Int], quality: RecordingQuality) {
  var samples: [Place: Int] = [:]
  // Sorted records need nothing of the past; in the order of the file keep it all.
  var state = RecordingState(file, history: .latest)
  var records = file.records(in: .time, atDamage: .skip)
  do throws(PerfDataError) {
    while let record = try records.next() {
      state.apply(record)
      guard let sample = record.sample else { continue }
      let number = sample.thread.map { ":\($0.thread)" } ?? "[unknown]"
      let module = state.processes.location(of: sample).flatMap { state.processes.module(of: $0) }
      let place = Place(
        command: state.processes.name(of: sample) ?? number,
        module: module.map(name) ?? "[unknown]")
      samples[place, default: 0] += 1
    }
  } catch {
    state.note(error)
  }
  state.note(records.gaps)
  return (samples, state.quality)
}

/// The name of a module; that of a kernel has the name of a symbol behind its bracket.
func name(of module: MappedModule) -> String {
  guard module.kind == .kernel, let end = module.path.firstIndex(of: "]") else {
    return module.path
  }
  return String(module.path[...end])
}

let declaration = CommandDeclaration(
  name: "count-samples", usage: ["FILE [--top N]"],
  summary: """
    Counts the samples of a perf.data file by command and module. FILE is a file or a
    directory that perf recorded, or - for standard input.
    """,
  options: [.value("top", valueName: "N", summary: "Show so many rows; 20 unless told.")],
  footer: """
    What cannot be trusted is told on standard error. The status is 1 if any damage was
    seen, and 2 for wrong arguments.
    """)

declaration.run { arguments, output in
  guard arguments.operands.count == 1 else { throw UsageError("exactly one FILE is needed") }
  let top = try arguments.number("top", in: 1...1_000_000) ?? 20
  let path = arguments.operands[0]
  let file = path == "-" ? try PerfDataFile(descriptor: 0) : try PerfDataFile(path: path)
  let (samples, quality) = count(file)

  let total = Double(samples.values.reduce(0, +))
  let rows = samples.sorted {
    ($1.value, $0.key.command, $0.key.module) < ($0.value, $1.key.command, $1.key.module)
  }
  var table = TextTable(columns: [.right, .right, .left, .left])
  for (place, count) in rows.prefix(top) {
    let share = decimalText(100 * Double(count) / total, places: 2) + " %"
    table.append([share, "\(count)", visible(place.command), visible(place.module)])
  }
  try output.write(table.text)
  try output.flush()

  for concern in quality.concerns {
    printToStandardError("count-samples: \(visible("\(concern)"))\n")
  }
  let damage: Set<RecordingConcern.Subject> = [.fileFault, .damage, .gaps]
  return quality.concerns.contains { damage.contains($0.subject) } ? 1 : 0
}
