internal import PerfEvent

/// The steps by which tracing data are read.
struct TracingDataReader: ~Escapable {
  private let bytes: RawSpan
  private let base: UInt64
  private(set) var data: TracingData = TracingData()
  /// Where the format begins that is being read, with its size in front.
  private var formatStart: Int = 0
  private var system: String = ""

  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, base: UInt64) {
    self.bytes = bytes
    self.base = base
  }

  /// A cursor from a position to the end.
  @_lifetime(copy self)
  private func cursor(at position: Int) -> ByteCursor {
    ByteCursor(
      bytes.extracting(position..<bytes.byteCount), byteOrder: data.byteOrder,
      subject: "tracing data", base: base + UInt64(position))
  }

  /// Reads everything; a fault that the structure does not survive leads to a search.
  @_lifetime(self: copy self)
  mutating func read() {
    var position = 0
    do throws(PerfDataError) {
      position = try readHead()
    } catch {
      data.faults.append(error)
      if data.version.isEmpty { return }
      recover(from: position)
      return
    }
    formatStart = position
    do throws(PerfDataError) {
      position += try readFormats(at: position)
    } catch {
      data.faults.append(error)
      recover(from: formatStart)
      return
    }
    do throws(PerfDataError) {
      try readTables(at: position)
    } catch {
      data.faults.append(error)
    }
  }

  /// Reads up to the formats and returns where these begin.
  @_lifetime(self: copy self)
  private mutating func readHead() throws(PerfDataError) -> Int {
    var head = cursor(at: 0)
    let mark: [UInt8] = [23, 8, 68] + Array("tracing".utf8)
    guard Array(copying: try head.readBytes(10)) == mark else {
      throw PerfDataError(
        .invalidFormat, subject: "tracing data", offset: base,
        detail: "they do not begin as tracing data do")
    }
    let version = try head.readTerminatedText()
    data.byteOrder = try head.readUInt8() == 0 ? .littleEndian : .bigEndian
    data.version = version.isEmpty ? "0" : version
    let start = head.position
    var cursor = cursor(at: start)
    data.longSize = Int(try cursor.readUInt8()) == 4 ? 4 : 8
    data.pageSize = Int(try cursor.readUInt32())
    // The names `header_page` and `header_event` stand in front of the texts.
    _ = try cursor.readTerminatedText()
    data.pageHeader = String(nulTerminated: try cursor.readSized64())
    _ = try cursor.readTerminatedText()
    data.eventHeader = String(nulTerminated: try cursor.readSized64())
    return start + cursor.position
  }

  /// Reads the formats from a position on and returns how many bytes they take.
  @_lifetime(self: copy self)
  private mutating func readFormats(at start: Int) throws(PerfDataError) -> Int {
    var cursor = cursor(at: start)
    system = "ftrace"
    try readSystem(&cursor, start: start)
    for _ in 0..<(try cursor.readCount32(elementSize: 5)) {
      system = try cursor.readTerminatedText()
      try readSystem(&cursor, start: start)
    }
    return cursor.position
  }

  @_lifetime(self: copy self)
  private mutating func readSystem(
    _ cursor: inout ByteCursor, start: Int
  ) throws(PerfDataError) {
    formatStart = start + cursor.position
    for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
      formatStart = start + cursor.position
      let text = try cursor.readSized64()
      readFormat(text, at: start + cursor.position - text.byteCount)
    }
    formatStart = start + cursor.position
  }

  @_lifetime(self: copy self)
  private mutating func readFormat(_ text: RawSpan, at position: Int) {
    do throws(PerfDataError) {
      data.formats.append(
        try TracepointFormat(
          parsing: String(nulTerminated: text), system: system, byteOrder: data.byteOrder,
          longSize: data.longSize))
    } catch {
      data.faults.append(
        PerfDataError(
          error.code, subject: error.subject,
          offset: base + UInt64(position) + error.offset, value: error.value,
          limit: error.limit, detail: error.detail))
    }
  }

  /// Reads what lies behind the formats.
  @_lifetime(self: copy self)
  private mutating func readTables(at start: Int) throws(PerfDataError) {
    var cursor = cursor(at: start)
    data.kernelSymbols = String(
      nulTerminated: try cursor.readBytes(try cursor.readCount32(elementSize: 1)))
    data.printkFormats = String(
      nulTerminated: try cursor.readBytes(try cursor.readCount32(elementSize: 1)))
    let numbers = data.version.split(separator: ".").map { Int($0) ?? 0 }
    guard let first = numbers.first, first > 0 || numbers.count > 1 && numbers[1] >= 6 else {
      return
    }
    data.savedCommandNames = String(nulTerminated: try cursor.readSized64())
  }

  /// Searches behind damage for whole formats, and takes those that are there.
  ///
  /// A format begins with the word `name` behind a size of eight bytes. In front
  /// of a system's first format stand its name and the number of its formats.
  @_lifetime(self: copy self)
  private mutating func recover(from start: Int) {
    var position = max(start, 8)
    while let found = nextFormat(from: position) {
      let text = found.lowerBound
      if let name = systemName(before: text - 8) { system = name }
      readFormat(bytes.extracting(found), at: text)
      position = found.upperBound + 8
    }
  }

  /// Finds the text of the next format that has a size which can be true.
  private func nextFormat(from start: Int) -> Range<Int>? {
    let isSwapped = data.byteOrder != .native
    var position = start
    while bytes.byteCount - position >= 16 {
      if matchesName(at: position) {
        let size = FieldBytes(bytes, isSwapped: isSwapped).uint64(position - 8)
        if size >= 16 && size <= UInt64(bytes.byteCount - position) {
          return position..<(position + Int(size))
        }
      }
      position += 1
    }
    return nil
  }

  private func matchesName(at position: Int) -> Bool {
    // The letters `name: `.
    let fields = FieldBytes(bytes, isSwapped: ByteOrder.native != .bigEndian)
    return fields.uint32(position) == 0x6e61_6d65 && fields.uint16(position + 4) == 0x3a20
  }

  /// Returns the name of a system that begins in front of a format's size.
  private func systemName(before end: Int) -> String? {
    let fields = FieldBytes(bytes, isSwapped: false)
    // The number of formats has four bytes, and the name ends in a NUL byte.
    let stop = end - 5
    guard stop > 0, fields.uint8(stop) == 0 else { return nil }
    var start = stop
    while start > 0, stop - start < 256, fields.uint8(start - 1).isPartOfSystemName { start -= 1 }
    guard start < stop else { return nil }
    return String(nulTerminated: bytes.extracting(start..<stop))
  }
}

extension ByteCursor {
  /// Reads a size of eight bytes and as many bytes behind it.
  @_lifetime(copy self)
  mutating func readSized64() throws(PerfDataError) -> RawSpan {
    try readBytes(try readCount64(elementSize: 1))
  }
}

extension UInt8 {
  fileprivate var isPartOfSystemName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
