/// The variables by which a BPF program describes itself.
///
/// The corresponding C constant is `PERF_RECORD_BPF_METADATA`.
public struct BPFMetadataRecord: ~Escapable {
  let fields: FieldBytes

  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// A variable and its value.
  public struct Entry: Hashable, Sendable {
    /// The name of the variable.
    public let key: String
    /// The value as text.
    public let value: String
  }

  /// The name of the program as bytes, at most 512, which need not be UTF-8.
  public var nameBytes: RawSpan {
    @_lifetime(copy self)
    get { fields.slice(8, 512).terminated }
  }

  /// The name of the program, with replacement characters for bytes that are not UTF-8.
  public var name: String { String(nulTerminated: nameBytes) }

  /// The number of variables.
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(520)) }

  /// The variable at a position.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  public subscript(_ index: Int) -> Entry {
    precondition(index >= 0 && index < count, "index of a variable out of range")
    let offset = 528 + 320 * index
    return Entry(
      key: String(nulTerminated: fields.slice(offset, 64)),
      value: String(nulTerminated: fields.slice(offset + 64, 256)))
  }
}
