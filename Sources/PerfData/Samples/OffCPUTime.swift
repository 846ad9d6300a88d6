/// The time that a thread spent off the CPU, as perf's own event tells it.
///
/// The event is named `offcpu-time`. Its samples come from a BPF program: what
/// stands here is to be taken in place of the sample's own fields.
@frozen
public struct OffCPUTime: ~Escapable {
  @usableFromInline let fields: FieldBytes

  /// Takes raw data, or nothing when they do not have the form.
  @inlinable
  @_lifetime(copy fields)
  init?(_ fields: FieldBytes) {
    guard fields.count >= 32 else { return nil }
    let most = (fields.count - 32) / 8
    guard fields.uint64(16) <= UInt64(truncatingIfNeeded: most) else { return nil }
    self.fields = fields
  }

  /// The thread that was off the CPU.
  @inlinable
  public var thread: ThreadID { fields.thread(0) }

  /// The nanoseconds for which it was.
  @inlinable
  public var period: UInt64 { fields.uint64(8) }

  /// The addresses that were active when it left the CPU, innermost first.
  @inlinable
  public var callchain: Callchain {
    @_lifetime(copy self)
    get { Callchain(entries: fields.words(24, count: count), cpuMode: .unknown) }
  }

  /// The identifier of the cgroup of the thread.
  @inlinable
  public var cgroup: UInt64 { fields.uint64(24 + 8 * count) }

  @inlinable
  var count: Int { Int(truncatingIfNeeded: fields.uint64(16)) }
}

extension Sample {
  /// The time off the CPU; nothing when the raw data do not have its form.
  ///
  /// It means something only in samples of the event `offcpu-time`.
  @inlinable
  public var offCPUTime: OffCPUTime? {
    @_lifetime(copy self)
    get {
      guard let rawData else { return nil }
      return OffCPUTime(FieldBytes(rawData, isSwapped: fields.isSwapped))
    }
  }
}
