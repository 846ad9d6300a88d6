/// A cgroup and its path.
///
/// The corresponding C constant is `PERF_RECORD_CGROUP`.
@frozen
public struct CgroupRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The identifier of the cgroup.
  @inlinable
  public var identifier: UInt64 { fields.uint64(8) }

  /// The path in the hierarchy of cgroups as bytes, which need not be UTF-8.
  @inlinable
  public var pathBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.text(from: 16) }
  }

  /// The path in the hierarchy of cgroups, with replacement characters for bytes that are not UTF-8.
  public var path: String { String(nulTerminated: pathBytes) }
}
