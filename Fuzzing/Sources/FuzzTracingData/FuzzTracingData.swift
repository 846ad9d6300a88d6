import PerfData
import Traces

/// Reads tracing data behind a sample of up to 255 bytes, and prints the sample by each format.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let size = bytes.first.map(Int.init), size < bytes.count else { return 0 }
  var sample = Array(bytes[1..<(1 + size)])
  let data = TracingData(parsing: bytes.span.bytes.extracting((1 + size)..<bytes.count))
  var printer = TracepointPrinter(data)
  for fault in data.faults { precondition(!fault.description.isEmpty) }
  for format in data.formats {
    // A printer looks at fields only if the sample says that it is of its tracepoint.
    if sample.count >= 2 {
      sample[0] = UInt8(truncatingIfNeeded: format.id)
      sample[1] = UInt8(truncatingIfNeeded: format.id >> 8)
    }
    precondition(printer.string(id: format.id, raw: sample.span.bytes) != nil)
    for field in format.fields { _ = format.value(field.name, in: sample.span.bytes) }
    if let event = SelfDescribingEvent(sample.span.bytes, format: format) {
      for field in event.fields { precondition(field.value.description.utf8.count < 1 << 24) }
    }
  }
  return 0
}
