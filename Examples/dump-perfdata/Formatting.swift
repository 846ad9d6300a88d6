import Glibc

/// Returns text with spaces in front up to a width.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// Returns a number in C's format, which rounds as perf does.
func formatted(_ format: String, _ number: Double) -> String {
  var buffer = [CChar](repeating: 0, count: 400)
  let count = unsafe withVaList([number]) { arguments in
    unsafe vsnprintf(&buffer, buffer.count, format, arguments)
  }
  let bytes = buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) }
  return String(decoding: bytes, as: UTF8.self)
}

/// Returns a number in hexadecimal digits with 0x in front.
func hexadecimal(_ number: UInt64) -> String {
  "0x" + String(number, radix: 16)
}
