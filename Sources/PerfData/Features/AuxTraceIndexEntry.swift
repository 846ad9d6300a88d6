/// The place of a record of a piece of the AUX area.
public struct AuxTraceIndexEntry: Hashable, Sendable {
  /// The offset of the record in the file.
  public let offset: UInt64
  /// The size in the record's header, without the piece behind it.
  public let size: UInt64
}
