/// The kernel changed its own code.
///
/// The corresponding C constant is `PERF_RECORD_TEXT_POKE`.
@frozen
public struct TextPokeRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The address of the code.
  @inlinable
  public var address: UInt64 { fields.uint64(8) }

  /// The code as it was.
  @inlinable
  public var oldBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(20, Int(fields.uint16(16))) }
  }

  /// The code as it is now.
  @inlinable
  public var newBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(20 + Int(fields.uint16(16)), Int(fields.uint16(18))) }
  }
}
