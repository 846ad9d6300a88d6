import PerfData

/// Reads a recording in all orders and past damage, keeps its state, and writes it anew.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let file = try? PerfDataFile(bytes: bytes) else { return 0 }
  let inOrderOfFile = readOn(file)
  // Every order hands out the same records, each of them once.
  for order in RecordOrder.allCases {
    precondition(read(file, in: order, atDamage: .skip) == inOrderOfFile, "\(order)")
    _ = read(file, in: order, atDamage: .stop)
  }
  var total = 0
  file.reduceChunks(into: &total, threads: 2) { records in
    var found = 0
    while (try? records.next()) != nil { found += 1 }
    return found
  } combine: {
    $0 += $1
  }
  let index = file.index()
  precondition(index.byteCount(selecting: RecordSelection(times: 0...1000)) <= count)
  let state = RecordingState(reading: file, atDamage: .skip)
  for concern in state.quality.concerns { precondition(!"\(concern)".isEmpty) }
  for life in state.processes.allThreads {
    _ = state.processes.displayName(of: life.thread, at: life.startTime ?? 0)
  }
  rewrite(file)
  return 0
}

/// Reads on behind damage, with the state of what was read so far.
private func readOn(_ file: borrowing PerfDataFile) -> Int {
  var state = RecordingState(file, history: .latest)
  var records = file.records(atDamage: .skip)
  var count = 0
  while let record = try? records.next() {
    count += 1
    state.apply(record)
    let copy = record.copy()
    precondition(copy.view.eventIndex == record.eventIndex)
    if let sample = record.sample { _ = state.processes.location(of: sample) }
  }
  precondition(records.gapCount >= records.gaps.count)
  return count
}

private func read(
  _ file: borrowing PerfDataFile, in order: RecordOrder, atDamage handling: DamageHandling
) -> Int {
  var records = file.records(in: order, atDamage: handling)
  var count = 0
  while (try? records.next()) != nil { count += 1 }
  return count
}

/// Writes the recording in several ways; what was repaired must be whole.
private func rewrite(_ file: borrowing PerfDataFile) {
  if let report = try? RecordingRepair().write(file, to: .memory) {
    guard let again = try? PerfDataFile(bytes: report.bytes) else {
      fatalError("a repaired recording cannot be read")
    }
    var records = again.records()
    do {
      while try records.next() != nil {}
    } catch {
      fatalError("a repaired recording is damaged: \(error)")
    }
  }
  _ = try? file.copy(to: .memory)
  _ = try? file.convert(to: .memory, options: WriterOptions(mode: .pipe))
  _ = try? Anonymisation().write(file, to: .memory)
}
