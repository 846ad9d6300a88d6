internal import PerfEvent

/// New identifiers for the records of a recording, at the place where perf looks first.
struct Renumbering {
  var new: [UInt64: UInt64] = [:]
  /// The new identifier of the first event, to which records with the number 0 belong.
  var first: UInt64?

  /// The record under its new identifiers; nothing for those that only give a file its form.
  func record(_ record: borrowing Record) throws(PerfDataError) -> AssembledRecord? {
    switch record.kind {
    case .headerAttributes, .headerEventType, .headerFeature, .headerTracingData, .compressed,
      .compressed2, .finishedRound:
      return nil
    case .headerBuildID:
      return AssembledRecord(record)
    default:
      if record.kind.isKernel { return try kernelRecord(record) }
      return recorderRecord(record)
    }
  }

  private func identifier(of record: borrowing Record) throws(PerfDataError) -> UInt64 {
    let old = record.identifier ?? 0
    if let number = old == 0 ? first : new[old] { return number }
    throw PerfDataError(
      .unknownIdentifier, subject: "\(record.kind) record", offset: record.offset, value: old)
  }

  private func kernelRecord(
    _ record: borrowing Record
  ) throws(PerfDataError) -> AssembledRecord {
    if case .malformed(let error) = record.content { throw error }
    let number = try identifier(of: record)
    var result = AssembledRecord(record)
    renumberFields(of: record, &result)
    guard let layout = record.layout else { return result }
    let fields = SampleFields(rawValue: layout[0].fields)
    if record.kind == .sample {
      if fields.contains(.id) {
        let before: [SampleFields] = [
          .identifier, .instructionPointer, .thread, .time, .address,
        ]
        let place = 8 + 8 * before.count(where: { fields.contains($0) })
        result.set(number, at: place)
      }
      if fields.contains(.identifier) {
        result.set(number, at: 8)
      } else {
        result.insert(number, at: 8)
      }
    } else if layout[0].hasTrailer {
      if fields.contains(.id) {
        let behind: [SampleFields] = [.streamID, .cpu, .identifier]
        let distance = 8 + 8 * behind.count(where: { fields.contains($0) })
        result.set(number, at: record.size - distance)
      }
      if fields.contains(.identifier) {
        result.set(number, at: record.size - 8)
      } else {
        result.append(number)
      }
      if fields.contains(.time) {
        let behind: [SampleFields] = [.id, .streamID, .cpu]
        let distance = 16 + 8 * behind.count(where: { fields.contains($0) })
        result.trailerTimePlace = result.bytes.count - distance
      }
    }
    try result.finish()
    return result
  }

  /// Replaces the identifiers that stand among the fields of a record.
  private func renumberFields(of record: borrowing Record, _ result: inout AssembledRecord) {
    switch record.content {
    case .lost: renumber(&result, at: 8)
    case .throttle, .unthrottle: renumber(&result, at: 16)
    case .read(let read): renumber(read.values, &result, from: 16)
    case .sample(let sample):
      if let values = sample.readValues, let start = sample.place(.read) {
        renumber(values, &result, from: start)
      }
    default: break
    }
  }

  private func renumber(_ result: inout AssembledRecord, at offset: Int) {
    if let number = new[result.uint64(offset)] { result.set(number, at: offset) }
  }

  private func renumber(
    _ values: borrowing ReadValues, _ result: inout AssembledRecord, from start: Int
  ) {
    guard values.format & 4 != 0 else { return }
    let times = (values.timeEnabled == nil ? 0 : 8) + (values.timeRunning == nil ? 0 : 8)
    // Either one value in front of the times, or a count there and all values behind.
    let stride = values.format & 16 != 0 ? 24 : 16
    for index in 0..<values.count {
      renumber(&result, at: start + 8 + times + (values.format & 8 != 0 ? 8 + stride * index : 0))
    }
  }

  private func recorderRecord(_ record: borrowing Record) -> AssembledRecord {
    var result = AssembledRecord(record)
    switch record.content {
    case .idIndex(let index):
      for position in 0..<index.count { renumber(&result, at: 16 + 32 * position) }
    case .eventUpdate: renumber(&result, at: 16)
    case .stat: renumber(&result, at: 8)
    default: break
    }
    return result
  }
}
