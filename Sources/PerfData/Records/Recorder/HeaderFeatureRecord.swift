/// A feature of a pipe.
///
/// The corresponding C constant is `PERF_RECORD_HEADER_FEATURE`.
@frozen
public struct HeaderFeatureRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The kind of information; in the last such record the number behind the last kind.
  public var feature: HeaderFeature { HeaderFeature(rawValue: UInt32(clamping: fields.uint64(8))) }

  /// The contents, as a file has them in a section.
  @inlinable
  public var contents: RawSpan {
    @_lifetime(copy self)
    get { fields.suffix(from: 16) }
  }
}
