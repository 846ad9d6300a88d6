/// A BPF program was loaded or unloaded.
///
/// The corresponding C constant is `PERF_RECORD_BPF_EVENT`.
@frozen
public struct BPFEventRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The kind of event: 1 loaded, 2 unloaded.
  @inlinable
  public var eventType: UInt16 { fields.uint16(8) }

  /// The flags of the event.
  @inlinable
  public var eventFlags: UInt16 { fields.uint16(10) }

  /// The number of the program.
  @inlinable
  public var programID: UInt32 { fields.uint32(12) }

  /// The eight bytes that identify the contents of the program.
  @inlinable
  public var tag: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(16, 8) }
  }
}
