import PerfData

/// What the fields of records are shown with.
struct Recording {
  let events: [RecordedEvent]
  /// The names of the registers, if the architecture is known.
  let registers: RegisterSet?

  init(_ file: borrowing PerfDataFile) {
    events = file.events
    registers = (try? file.registerSet) ?? nil
  }

  /// Creates what is known of a recording that is being written.
  init(_ events: [RecordedEvent], registers: RegisterSet?) {
    self.events = events
    self.registers = registers
  }
}

/// The fields of a record, without those of its header and trailer.
func fields(of record: borrowing Record, recording: Recording) -> [Field] {
  switch record.content {
  case .sample(let sample):
    return fields(of: sample, recording: recording)
  case .malformed(let fault):
    return [.text("damage", "\(fault)")]
  case .contextSwitch, .mark:
    return []
  case .other:
    return [.number("bytes", record.bytes.byteCount - 8)]
  default:
    if record.kind.isKernel { return kernelFields(of: record) }
    return record.kind.rawValue < 32768
      ? recorderFields(of: record) : simpleperfFields(of: record)
  }
}

/// Returns bytes as hexadecimal digits.
func digits(_ bytes: RawSpan) -> String {
  var text = ""
  for byte in [UInt8](copying: bytes) {
    if byte < 16 { text += "0" }
    text += String(byte, radix: 16)
  }
  return text
}
