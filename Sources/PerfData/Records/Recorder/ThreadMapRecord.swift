/// The threads that were recorded.
///
/// The corresponding C constant is `PERF_RECORD_THREAD_MAP`.
public struct ThreadMapRecord: ~Escapable {
  /// A thread and its name.
  public struct Entry: Hashable, Sendable {
    /// The number of the thread, or -1 for all.
    public let thread: Int64
    /// The name; often empty.
    public let name: String

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - thread: The number of the thread.
    ///   - name: The name, of which 15 bytes are kept when it is written.
    public init(thread: Int64, name: String) {
      self.thread = thread
      self.name = name
    }
  }

  let fields: FieldBytes

  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The number of threads.
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(8)) }

  /// The thread at a position.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  public subscript(_ index: Int) -> Entry {
    precondition(index >= 0 && index < count, "index of a thread out of range")
    let offset = 16 + 24 * index
    return Entry(
      thread: Int64(bitPattern: fields.uint64(offset)),
      name: String(nulTerminated: fields.slice(offset + 8, 16)))
  }
}
