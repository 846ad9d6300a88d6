internal import PerfEvent

/// The bytes of an event end before what they are to hold.
struct EventTruncation: Error {}

/// Reads forwards through bytes of an event.
struct EventBytes {
  private let all: [UInt8]
  let byteOrder: ByteOrder
  var position: Int = 0

  init(_ bytes: [UInt8], byteOrder: ByteOrder) {
    all = bytes
    self.byteOrder = byteOrder
  }

  var remaining: Int { all.count - position }

  mutating func bytes(_ count: Int) throws(EventTruncation) -> [UInt8] {
    guard count >= 0 && count <= remaining else { throw EventTruncation() }
    defer { position += count }
    return Array(all[position..<(position + count)])
  }

  /// Reads a number of at most eight bytes.
  mutating func number(_ size: Int) throws(EventTruncation) -> UInt64 {
    EventBytes.number(try bytes(size), byteOrder)
  }

  /// Reads units up to one that is 0, which is left out.
  mutating func terminated(unit: Int) throws(EventTruncation) -> [UInt8] {
    let start = position
    var end = start
    while end + unit <= all.count {
      if all[end..<(end + unit)].allSatisfy({ $0 == 0 }) {
        position = end + unit
        return Array(all[start..<end])
      }
      end += unit
    }
    throw EventTruncation()
  }

  /// Reads UTF-8 up to a NUL byte.
  mutating func text() throws(EventTruncation) -> String {
    String(decoding: try terminated(unit: 1), as: UTF8.self)
  }

  /// The number that at most eight bytes hold.
  static func number(_ bytes: some BidirectionalCollection<UInt8>, _ order: ByteOrder) -> UInt64 {
    order == .bigEndian
      ? bytes.reduce(0) { $0 << 8 | UInt64($1) }
      : bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
