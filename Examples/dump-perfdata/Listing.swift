import CommandLineSupport
import PerfData

/// Shows every record, one per line.
func show(
  recordsOf file: borrowing PerfDataFile, as form: Form, to output: inout Output
) throws -> PerfDataError? {
  try list(file, as: form, to: &output) { record in
    var line: [Field] = [
      .address("offset", record.offset), .number("size", record.size),
      .word("record", "\(record.kind)"),
    ]
    if record.kind.isKernel && record.kind != .sample {
      if let time = record.time { line.append(.number("time", time)) }
      if let cpu = record.cpu { line.append(.number("cpu", cpu)) }
    }
    return line
  }
}

/// Shows every sample, one per line.
func show(
  samplesOf file: borrowing PerfDataFile, as form: Form, to output: inout Output
) throws -> PerfDataError? {
  try list(file, as: form, to: &output) { record in
    record.kind == .sample ? [.address("offset", record.offset)] : nil
  }
}

/// Writes a line for each record for which the closure returns first fields.
private func list(
  _ file: borrowing PerfDataFile, as form: Form, to output: inout Output,
  _ head: (borrowing Record) -> [Field]?
) throws -> PerfDataError? {
  let recording = Recording(file)
  var records = file.records()
  var fault: PerfDataError?
  while let all = nextFields(&records, recording, form, head, &fault) {
    if all.isEmpty { continue }
    switch form {
    case .text:
      try output.write(all.map(\.text).joined(separator: " ") + "\n")
    case .json:
      var writer = JSONWriter()
      writer.beginObject()
      for field in all { field.write(to: &writer) }
      writer.endObject()
      writer.endLine()
      try output.write(bytes: writer.take())
    }
  }
  return fault
}

/// Returns the fields of the next record, none for one that is not shown, and
/// nothing at the end or at a damaged place.
private func nextFields(
  _ records: inout RecordReader, _ recording: Recording, _ form: Form,
  _ head: (borrowing Record) -> [Field]?, _ fault: inout PerfDataError?
) -> [Field]? {
  do throws(PerfDataError) {
    guard let record = try records.next() else { return nil }
    guard let first = head(record) else { return [] }
    if case .malformed(let error) = record.content { fault = fault ?? error }
    let part: [Field] =
      form == .json || record.part > 0 ? [.number("file", record.part)] : []
    return part + first + fields(of: record, recording: recording)
  } catch {
    fault = error
    return nil
  }
}
