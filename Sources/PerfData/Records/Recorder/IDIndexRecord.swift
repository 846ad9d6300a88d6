/// The CPUs and threads of the identifiers of events.
///
/// The corresponding C constant is `PERF_RECORD_ID_INDEX`.
@frozen
public struct IDIndexRecord: ~Escapable {
  /// What belongs to an identifier.
  @frozen
  public struct Entry: Hashable, Sendable {
    /// The identifier.
    public let identifier: UInt64
    /// The position of the buffer.
    public let index: UInt64
    /// The CPU, or -1.
    public let cpu: Int64
    /// The thread, or -1.
    public let thread: Int64

    @inlinable
    init(_ fields: FieldBytes, at offset: Int) {
      identifier = fields.uint64(offset)
      index = fields.uint64(offset + 8)
      cpu = Int64(bitPattern: fields.uint64(offset + 16))
      thread = Int64(bitPattern: fields.uint64(offset + 24))
    }
  }

  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The number of identifiers.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(8)) }

  /// The identifier at a position, and what belongs to it.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> Entry {
    precondition(index >= 0 && index < count, "index of an identifier out of range")
    return Entry(fields, at: 16 + 32 * index)
  }
}
