/// A callchain that was unwound behind a sample.
///
/// Android's recorder, simpleperf, writes it.
/// The corresponding C constant is `SIMPLE_PERF_RECORD_CALLCHAIN`.
@frozen
public struct SimpleperfCallchainRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The process and thread.
  @inlinable
  public var thread: ThreadID { fields.thread(8) }

  /// The kind: 0 unwound later, 1 at once; 2 and 3 the same when joined with others.
  @inlinable
  public var chainType: UInt64 { fields.uint64(16) }

  /// The time in nanoseconds of the sample to which it belongs.
  @inlinable
  public var time: UInt64 { fields.uint64(24) }

  /// The number of frames.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(32)) }

  /// The addresses of the instructions, innermost first.
  @inlinable
  public var addresses: UInt64View {
    @_lifetime(copy self)
    get { fields.words(40, count: count) }
  }

  /// The stack pointer at each of the addresses.
  @inlinable
  public var stackPointers: UInt64View {
    @_lifetime(copy self)
    get { fields.words(40 + 8 * count, count: count) }
  }
}
