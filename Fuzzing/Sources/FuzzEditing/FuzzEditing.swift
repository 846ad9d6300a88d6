import PerfData
import PerfEvent

/// Edits a recording; whatever comes out must be readable to its end.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let file = try? PerfDataFile(bytes: bytes) else { return 0 }
  // The bytes themselves choose some of the edits, so that an input stays fast.
  let choice = bytes.reduce(UInt8(0)) { $0 &* 31 &+ $1 }
  switch choice % 4 {
  case 0:
    filter(file)
    repair(file)
  case 1:
    strip(file)
    merge(file)
  case 2: convert(file)
  default:
    check(try? Anonymisation().write(file, to: .memory), "anonymised")
    let addition = BuildIDAddition(["/usr/bin/sort": [1, 2, 3], "[kernel.kallsyms]": [4]])
    check(try? addition.write(file, to: .memory), "with build identifiers")
    // A compressed record that stood in slices is unpacked only in the copy, which
    // may therefore show damage that the original does not.
    _ = try? file.copy(to: .memory)
  }
  return 0
}

/// Tells whether a record's fields fit in it.
private func isWhole(_ record: borrowing Record) -> Bool {
  if case .malformed = record.content { return false }
  return true
}

/// Reads a result; a refused edit has none.
///
/// - Returns: The number of its records that have no place of their own in a header.
@discardableResult
private func check(_ result: [UInt8]?, _ what: String, mustBeWhole: Bool = false) -> Int? {
  guard let result else { return nil }
  do throws(PerfDataError) {
    let file = try PerfDataFile(bytes: result)
    if mustBeWhole && !file.faults.isEmpty { fatalError("\(what): \(file.faults)") }
    var records = file.records()
    var count = 0
    while let record = try records.next() {
      if mustBeWhole && !isWhole(record) { fatalError("\(what): a malformed record") }
      if record.kind.isKernel { count += 1 }
    }
    return count
  } catch {
    fatalError("a recording that was \(what) cannot be read: \(error)")
  }
}

private func filter(_ file: borrowing PerfDataFile) {
  var filter = RecordingFilter()
  filter.times = 0...1_000_500_000
  check(try? filter.write(file, to: .memory), "filtered by time")
  filter.times = nil
  filter.processes = [100]
  filter.cpus = [0]
  filter.removesUnusedEvents = true
  check(try? filter.write(file, to: .memory), "filtered by process")
}

private func repair(_ file: borrowing PerfDataFile) {
  for options in [nil, WriterOptions(mode: .pipe), WriterOptions(compression: .init())] {
    let report = try? RecordingRepair().write(file, to: .memory, options: options)
    check(report?.bytes, "repaired", mustBeWhole: true)
  }
}

private func strip(_ file: borrowing PerfDataFile) {
  for fields in [SampleStripping.removableFields, [.callchain], [.read, .raw]] {
    check(try? SampleStripping(fields).write(file, to: .memory), "stripped")
  }
}

private func merge(_ file: borrowing PerfDataFile) {
  let merge = RecordingMerge()
  guard (try? merge.add(file)) != nil, (try? merge.add(file)) != nil else { return }
  check(try? merge.write(to: .memory), "merged")
}

private func convert(_ file: borrowing PerfDataFile) {
  var counts: Set<Int> = []
  for mode in [FileMode.file, .pipe] {
    for order in [ByteOrder.littleEndian, .bigEndian] {
      for compression in [nil, RecordCompression(form: .compressed2)] {
        let options = WriterOptions(
          mode: mode, byteOrder: order, attributeSize: 144, compression: compression,
          validation: .lenient)
        if let count = check(try? file.convert(to: .memory, options: options), "converted") {
          counts.insert(count)
        }
      }
    }
  }
  if counts.count > 1 { fatalError("conversions have \(counts) records") }
}
