/// A recording taken apart as far as its sizes allow, and put together again.
struct Parts {
  struct Event {
    var attributes: [UInt8]
    var identifiers: [UInt8]
  }

  struct Feature {
    var number: Int
    var contents: [UInt8]
  }

  var isPipe: Bool
  let isBig: Bool
  var events: [Event] = []
  /// The records, each with the bytes that follow it outside its size.
  var records: [[UInt8]] = []
  var features: [Feature] = []
  /// What is left behind the last whole record.
  var rest: [UInt8] = []

  /// Takes a recording apart; nothing when it does not begin as one.
  init?(_ bytes: [UInt8]) {
    let magic = Array(bytes.prefix(8))
    guard magic == Array("PERFILE2".utf8) || magic == Array("2ELIFREP".utf8) else { return nil }
    isBig = magic[0] == UInt8(ascii: "2")
    isPipe = bytes.number(at: 8, width: 8, isBig: isBig) == 16
    if isPipe {
      read(records: Array(bytes.dropFirst(16)))
    } else {
      readFile(bytes)
    }
  }

  private mutating func readFile(_ bytes: [UInt8]) {
    let order = isBig
    func word(_ offset: Int) -> UInt64 { bytes.number(at: offset, width: 8, isBig: order) }
    let stride = Int(clamping: min(max(word(16), 80), 4096))
    let table = bytes.section(word(24), word(32))
    for start in Swift.stride(from: 0, to: table.count - stride + 1, by: stride) {
      let section = start + stride - 16
      let identifiers = bytes.section(
        table.number(at: section, width: 8, isBig: isBig),
        table.number(at: section + 8, width: 8, isBig: isBig))
      events.append(
        Event(
          attributes: Array(table[start..<section]), identifiers: Array(identifiers.prefix(256))))
      if events.count == 64 { break }
    }
    read(records: bytes.section(word(40), word(48) == 0 ? .max : word(48)))
    var entry = UInt64(word(40) &+ word(48))
    for bit in 0..<256 where word(72 + bit / 64 * 8) >> UInt64(bit % 64) & 1 != 0 {
      let place = bytes.section(entry, 16)
      entry &+= 16
      features.append(
        Feature(
          number: bit,
          contents: bytes.section(
            place.number(at: 0, width: 8, isBig: isBig),
            place.number(at: 8, width: 8, isBig: isBig))))
    }
  }

  private mutating func read(records bytes: [UInt8]) {
    var start = 0
    while bytes.count - start >= 8 {
      let kind = bytes.number(at: start, width: 4, isBig: isBig)
      var size = Int(bytes.number(at: start + 6, width: 2, isBig: isBig))
      if kind >= 32768 { size |= Int(bytes.number(at: start + 4, width: 2, isBig: isBig)) << 16 }
      var following: UInt64 = 0
      if kind == 66 { following = bytes.number(at: start + 8, width: 4, isBig: isBig) }
      if kind == 71 { following = bytes.number(at: start + 8, width: 8, isBig: isBig) }
      guard size >= 8, size <= bytes.count - start else { break }
      if following <= UInt64(bytes.count - start - size), size <= 16 || kind != 66 {
        size += Int(following)
      }
      let record = Array(bytes[start..<(start + size)])
      start += size
      if isPipe, kind == 64 {
        var length = Int(record.number(at: 12, width: 4, isBig: isBig))
        if length == 0 || length > record.count - 8 { length = min(64, record.count - 8) }
        events.append(
          Event(
            attributes: Array(record[8..<(8 + length)]), identifiers: Array(record[(8 + length)...])
          ))
      } else if isPipe, kind == 80, record.count >= 16 {
        let number = record.number(at: 8, width: 8, isBig: isBig)
        features.append(Feature(number: Int(number & 255), contents: Array(record[16...])))
      } else {
        records.append(record)
      }
    }
    rest = Array(bytes[start...])
  }
}
