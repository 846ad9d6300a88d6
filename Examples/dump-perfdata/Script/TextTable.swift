import CommandLineSupport

/// Texts that are printed again and again, one behind the other in memory.
struct TextTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// The number of texts.
  var count: Int { ends.count }

  /// The number of bytes of all texts.
  var byteCount: Int { bytes.count }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Takes what was put together in a buffer as the next text.
  mutating func append(_ text: borrowing TextBuffer) {
    bytes += text.bytes
    ends.append(bytes.count)
  }

  /// Prints the text at a position.
  @inline(__always)
  func print(_ index: Int, to buffer: inout TextBuffer) {
    let start = index == 0 ? 0 : ends[index - 1]
    buffer.append(contentsOf: unsafe bytes.span.bytes.extracting(start..<ends[index]))
  }
}
