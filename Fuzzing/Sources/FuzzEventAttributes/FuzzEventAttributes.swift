import PerfEvent

/// Parses any bytes in both byte orders, and what is written again once more.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for order in [ByteOrder.littleEndian, .bigEndian] {
    do throws(EventAttributesError) {
      let attributes = try EventAttributes(parsing: bytes.span.bytes, byteOrder: order)
      try checkRoundTrip(of: attributes, size: max(64, bytes.count))
    } catch {
      guard !error.description.isEmpty else { fatalError("an error without words") }
    }
  }
  return 0
}
