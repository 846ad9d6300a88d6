internal import PerfEvent

/// A record that was copied out of its reader and lives as long as you like.
///
/// ``view`` gives it the form that readers hand out.
public struct OwnedRecord: Sendable {
  private var storage: [UInt8]
  /// The layout of the event, or nothing when the file has none.
  private let layout: [SampleLayout]
  private let isSwapped: Bool
  /// The kind of the record.
  public let kind: RecordKind
  /// The flags of the header.
  public let flags: RecordFlags
  /// The size in the header; less than the bytes when a payload follows.
  public private(set) var size: Int
  /// The offset in the file of the record, or of the compressed one that held it.
  public let offset: UInt64
  /// The part of a recording in a directory that held the record; 0 is the main file.
  public let part: Int
  /// The position of the record's event among the events of its file, or -1.
  public let eventIndex: Int

  /// Copies a record.
  ///
  /// - Parameter record: The record of a reader.
  /// - Complexity: O(*n*) in the size of the record, with two allocations.
  public init(_ record: borrowing Record) {
    storage = unsafe record.bytes.withUnsafeBytes { unsafe [UInt8]($0) }
    if let found = record.layout { layout = [found[0]] } else { layout = [] }
    isSwapped = record.isSwapped
    kind = record.kind
    flags = record.flags
    size = record.size
    offset = record.offset
    part = record.part
    eventIndex = record.eventIndex
  }

  /// Returns the same record with other bytes, which may be more than a file can hold.
  func replacing(bytes: [UInt8]) -> OwnedRecord {
    var record = self
    record.storage = bytes
    record.size = bytes.count
    return record
  }

  /// The record in the form that readers hand out, borrowed from this value.
  public var view: Record {
    @_lifetime(borrow self)
    get {
      Record(
        bytes: unsafe storage.span.bytes, kind: kind, flags: flags, size: size, offset: offset,
        part: part, eventIndex: eventIndex, isSwapped: isSwapped, layout: layout.span)
    }
  }
}

extension Record {
  /// Copies the record out of its reader.
  ///
  /// - Returns: A record that lives on its own.
  /// - Complexity: O(*n*) in the size of the record, with two allocations.
  public func copy() -> OwnedRecord {
    OwnedRecord(self)
  }
}
