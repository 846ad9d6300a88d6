import CommandLineSupport
import PerfData

/// Shows samples in the form of `perf script`, by default in the order in which perf shows them.
func show(
  scriptOf file: borrowing PerfDataFile, fields: Set<ScriptField>, showsNanoseconds: Bool,
  in order: RecordOrder, selection: SampleSelection, to output: inout Output
) throws -> [PerfDataError] {
  var printer = ScriptPrinter(fields: fields, showsNanoseconds: showsNanoseconds)
  printer.take(file.events, file.tracingData)
  var buffer = TextBuffer()
  var records = file.records(in: order, selecting: selection.records)
  var faults: [PerfDataError] = []
  do {
    while let record = try records.next() {
      if record.kind != .sample {
        printer.apply(record)
        continue
      }
      guard selection.admits(record) else { continue }
      printer.print(record, to: &buffer)
      if buffer.count > 1 << 16 {
        try output.write(buffer)
        buffer.removeAll()
      }
    }
  } catch {
    guard let fault = error as? PerfDataError else { throw error }
    faults = [fault]
  }
  try output.write(buffer)
  return faults
}
