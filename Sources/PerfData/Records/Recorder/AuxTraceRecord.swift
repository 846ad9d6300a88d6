/// A piece of the AUX area, which stands behind its record.
///
/// The corresponding C constant is `PERF_RECORD_AUXTRACE`.
@frozen
public struct AuxTraceRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes
  @usableFromInline let size: Int

  /// Takes the bytes of the record with those behind it.
  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes, size: Int) {
    self.fields = fields
    self.size = size
  }

  /// The piece of the AUX area, in a form that its kind defines.
  @inlinable
  public var data: RawSpan {
    @_lifetime(copy self)
    get { fields.suffix(from: size) }
  }

  /// The number of bytes.
  @inlinable
  public var dataSize: UInt64 { fields.uint64(8) }

  /// The offset in the AUX area.
  @inlinable
  public var auxOffset: UInt64 { fields.uint64(16) }

  /// A number that orders the pieces.
  @inlinable
  public var reference: UInt64 { fields.uint64(24) }

  /// The position of the buffer.
  @inlinable
  public var index: UInt32 { fields.uint32(32) }

  /// The thread, or all bits.
  @inlinable
  public var thread: UInt32 { fields.uint32(36) }

  /// The CPU, or all bits.
  @inlinable
  public var cpu: UInt32 { fields.uint32(40) }
}
