/// The user part of callchains, taken when the thread returned to its program.
///
/// It belongs to all samples of the thread whose callchain ends in the context
/// of a deferred part and this cookie. The corresponding C constant is
/// `PERF_RECORD_CALLCHAIN_DEFERRED`.
@frozen
public struct DeferredCallchainRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The number that the samples hold too.
  @inlinable
  public var cookie: UInt64 { fields.uint64(8) }

  /// The addresses and marks.
  @inlinable
  public var callchain: Callchain {
    @_lifetime(copy self)
    get {
      let count = Int(truncatingIfNeeded: fields.uint64(16))
      return Callchain(entries: fields.words(24, count: count), cpuMode: .user)
    }
  }
}
