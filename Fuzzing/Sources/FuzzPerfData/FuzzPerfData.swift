import PerfData

/// Reads a file as a user would, and asks it and each record for everything.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let file = try? PerfDataFile(bytes: bytes) else { return 0 }
  ask(file)
  var records: RecordReader = file.records()
  do {
    while let record = try records.next() { ask(record) }
  } catch {
    ask(error.description)
    // A reader stays finished after its first error.
    guard let after = try? isFinished(&records), after else { fatalError("read on after an error") }
  }
  return 0
}

private func isFinished(_ records: inout RecordReader) throws -> Bool {
  if try records.next() != nil { return false }
  return true
}
