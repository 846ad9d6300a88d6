import CommandLineSupport
import PerfData

/// Shows records in our own form: one per line, each field with its name.
struct Listing: ~Copyable {
  /// What is shown.
  enum View {
    case records
    case samples
  }

  let view: View
  let form: Form
  /// Whether the bytes of each record follow its line.
  var showsBytes: Bool = false
  /// The first fault of a record that could be shown all the same.
  private(set) var fault: PerfDataError?
  // They keep their memory from record to record.
  private var text: TextBuffer = TextBuffer()
  private var writer: JSONWriter = JSONWriter()

  init(_ view: View, as form: Form) {
    self.view = view
    self.form = form
  }

  /// Writes the line of a record, if it is shown.
  mutating func show(
    _ record: borrowing Record, recording: Recording, to output: inout Output
  ) throws {
    if view == .samples && record.kind != .sample { return }
    if case .malformed(let error) = record.content { fault = fault ?? error }
    let fields = part(of: record) + head(of: record) + fields(of: record, recording: recording)
    switch form {
    case .text:
      text.removeAll()
      fields.write(to: &text)
      text.append(ascii: "\n")
      try output.write(text)
      if showsBytes { try output.write(bytes: lines(ofBytes: record.bytes)) }
    case .json:
      writer.beginObject()
      for field in fields { field.write(to: &writer) }
      if showsBytes { Field.text("bytes", digits(record.bytes)).write(to: &writer) }
      writer.endObject()
      writer.endLine()
      try writer.flush(to: &output)
    }
  }

  private func part(of record: borrowing Record) -> [Field] {
    form == .json || record.part > 0 ? [.number("file", record.part)] : []
  }

  private func head(of record: borrowing Record) -> [Field] {
    if view == .samples { return [.address("offset", record.offset)] }
    var head: [Field] = [
      .address("offset", record.offset), .number("size", record.size),
      .word("record", "\(record.kind)"),
    ]
    if record.kind.isKernel && record.kind != .sample {
      if let time = record.time { head.append(.number("time", time)) }
      if let cpu = record.cpu { head.append(.number("cpu", cpu)) }
    }
    return head
  }
}

/// Shows the records of a file.
///
/// In the order of the file, what lies behind damage is shown too.
///
/// - Returns: What could not be read.
func show(
  _ listing: inout Listing, of file: borrowing PerfDataFile, in order: RecordOrder,
  selection: SampleSelection, to output: inout Output
) throws -> [PerfDataError] {
  let recording = Recording(file)
  var faults: [PerfDataError] = []
  if order == .file && selection.isEverything {
    var records = file.records(atDamage: .skip)
    while let record = try records.next() {
      try listing.show(record, recording: recording, to: &output)
    }
    faults = records.gaps.map(\.fault)
  } else {
    var records = file.records(in: order, selecting: selection.records)
    do {
      while let record = try records.next() {
        if record.sample != nil && !selection.admits(record) {
          continue
        }
        try listing.show(record, recording: recording, to: &output)
      }
    } catch {
      guard let fault = error as? PerfDataError else { throw error }
      faults = [fault]
    }
  }
  return faults + (listing.fault.map { [$0] } ?? [])
}
