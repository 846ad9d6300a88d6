internal import PerfEvent

/// The tracing data of several recordings of one kernel.
struct TracingDataUnion {
  /// The bytes of the first, which stay as they are if no other adds anything.
  private var first: [UInt8]?
  private var data: TracingData = TracingData(parsing: RawSpan())
  private var names: [UInt64: String] = [:]
  private var hasMore: Bool = false

  /// Adds what a recording holds.
  ///
  /// - Throws: ``PerfDataError`` when it comes from another kernel.
  mutating func add(_ bytes: RawSpan) throws(PerfDataError) {
    let more = TracingData(parsing: bytes)
    guard first != nil else {
      first = Array(copying: bytes)
      data = more
      for format in more.formats { names[format.id] = format.fullName }
      return
    }
    guard more.byteOrder == data.byteOrder, more.longSize == data.longSize else {
      throw .refused("tracing data", at: 0, "they come from another machine than the first")
    }
    for format in more.formats {
      if let name = names[format.id] {
        guard name == format.fullName else {
          throw .refused(
            "tracing data", at: 0, value: format.id,
            "they come from another kernel than the first: tracepoint \(format.id) is "
              + "\(format.fullName) instead of \(name)")
        }
        continue
      }
      names[format.id] = format.fullName
      data.formats.append(format)
      hasMore = true
    }
    let known = Set(data.savedCommandNames.split(separator: "\n"))
    for line in more.savedCommandNames.split(separator: "\n") where !known.contains(line) {
      data.savedCommandNames += "\(line)\n"
      hasMore = true
    }
  }

  /// The union, or nothing if there was nothing.
  var bytes: [UInt8]? { hasMore ? encoded : first }

  private var encoded: [UInt8] {
    var encoder = ByteEncoder(data.byteOrder)
    encoder.put(bytes: [23, 8, 68] + Array("tracing".utf8))
    encoder.put(terminated: "0.6", multiple: 1)
    encoder.put(UInt8(data.byteOrder == .bigEndian ? 1 : 0))
    encoder.put(UInt8(data.longSize))
    encoder.put(UInt32(clamping: data.pageSize))
    encoder.put(terminated: "header_page", multiple: 1)
    encoder.put(long: data.pageHeader)
    encoder.put(terminated: "header_event", multiple: 1)
    encoder.put(long: data.eventHeader)
    let systems = Dictionary(grouping: data.formats, by: \.system)
    encoder.put(systems["ftrace"] ?? [])
    let others = systems.keys.filter { $0 != "ftrace" }.sorted()
    encoder.put(UInt32(clamping: others.count))
    for name in others {
      encoder.put(terminated: name, multiple: 1)
      encoder.put(systems[name] ?? [])
    }
    for text in [data.kernelSymbols, data.printkFormats] {
      encoder.put(UInt32(clamping: text.utf8.count))
      encoder.put(bytes: Array(text.utf8))
    }
    encoder.put(long: data.savedCommandNames)
    return encoder.bytes
  }
}

extension ByteEncoder {
  /// Adds text behind its length in eight bytes.
  fileprivate mutating func put(long text: String) {
    put(UInt64(text.utf8.count))
    put(bytes: Array(text.utf8))
  }

  /// Adds the formats of a system behind their number.
  fileprivate mutating func put(_ formats: [TracepointFormat]) {
    put(UInt32(clamping: formats.count))
    for format in formats { put(long: format.text) }
  }
}
