/// The name of an event, as recorders up to perf 3.8 kept it.
public struct EventTypeName: Hashable, Sendable {
  /// The configuration of the event.
  public let identifier: UInt64
  /// The name.
  public let name: String
}

extension PerfDataFile {
  /// The names of the events in files of old recorders; empty in others.
  ///
  /// - Throws: ``PerfDataError`` when the section is not within the file.
  public var eventTypes: [EventTypeName] {
    get throws(PerfDataError) {
      let section = header.eventTypes
      guard let range = section.range(within: bytes.byteCount) else {
        throw PerfDataError(
          .truncated, subject: "section of event names", offset: section.offset,
          value: section.size, limit: section.available(within: bytes.byteCount))
      }
      var cursor = ByteCursor(
        bytes.extracting(range), byteOrder: header.byteOrder, subject: "event names",
        base: section.offset)
      return try EventTypeName.array(parsing: &cursor)
    }
  }
}

extension EventTypeName {
  /// Reads names up to the end.
  static func array(parsing cursor: inout ByteCursor) throws(PerfDataError) -> [EventTypeName] {
    var names: [EventTypeName] = []
    while cursor.remaining >= 72 {
      let identifier = try cursor.readUInt64()
      let name = String(nulTerminated: try cursor.readBytes(64))
      names.append(EventTypeName(identifier: identifier, name: name))
    }
    return names
  }
}
