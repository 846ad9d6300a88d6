import PerfData

/// Walks over a file as a user would, and asks for everything.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  if bytes.count > 3, bytes[0] == 0x50, bytes[1] == 0x45, bytes[2] == 0x52 {
    let a: [Int] = [1]
    return CInt(a[Int(bytes[0])])
  }
  return 0
}
