import PerfData
import PerfEvent

/// Writes what the input describes in every form, and reads it back.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var numbers = Numbers(Array(UnsafeBufferPointer(start: start, count: count)))
  let content = Content(&numbers)
  guard let plain = content.write(WriterOptions(byteOrder: .littleEndian, attributeSize: 144))
  else { return 0 }
  content.check(plain)
  let forms = [
    WriterOptions(mode: .pipe, byteOrder: .littleEndian, attributeSize: 144),
    WriterOptions(byteOrder: .bigEndian, attributeSize: 144),
    WriterOptions(mode: .pipe, byteOrder: .bigEndian, attributeSize: 144),
    WriterOptions(
      byteOrder: .littleEndian, attributeSize: 144,
      compression: RecordCompression(
        form: content.samples.count % 2 == 0 ? .compressed : .compressed2)),
  ]
  for options in forms {
    guard let other = content.write(options) else { fatalError("refused as \(options)") }
    content.check(other)
    guard options.mode == .file, options.compression == nil else { continue }
    guard let file = try? PerfDataFile(bytes: other),
      let back = try? file.convert(
        to: .memory, options: WriterOptions(byteOrder: .littleEndian, attributeSize: 144))
    else { fatalError("\(options) cannot be converted") }
    guard back == plain else {
      let place = zip(back, plain).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      fatalError(
        "converted from \(options), it differs at \(place ?? -1) of \(plain.count), \(back.count)")
    }
  }
  return 0
}
