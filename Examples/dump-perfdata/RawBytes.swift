import CommandLineSupport
import PerfData

/// The bytes of a record as lines of sixteen, with their places in the record and as text.
func lines(ofBytes bytes: RawSpan) -> [UInt8] {
  var buffer = TextBuffer()
  let bytes = [UInt8](copying: bytes)
  for start in stride(from: 0, to: bytes.count, by: 16) {
    let row = bytes[start..<min(bytes.count, start + 16)]
    buffer.append("  ")
    buffer.append(hexadecimal: UInt64(start), width: 6, filler: "0")
    buffer.append(ascii: " ")
    for byte in row {
      buffer.append(ascii: " ")
      buffer.append(hexadecimal: UInt64(byte), width: 2, filler: "0")
    }
    buffer.pad(row.count * 3, to: 48)
    buffer.append("  ")
    for byte in row { buffer.append((32..<127).contains(byte) ? byte : UInt8(ascii: ".")) }
    buffer.append(ascii: "\n")
  }
  return buffer.bytes
}
