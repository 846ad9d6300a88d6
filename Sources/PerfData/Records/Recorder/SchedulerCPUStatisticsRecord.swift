/// Counts of the scheduler for a CPU, as the kernel's file of them tells.
///
/// The corresponding C constant is `PERF_RECORD_SCHEDSTAT_CPU`.
@frozen
public struct SchedulerCPUStatisticsRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The time of the reading, in jiffies.
  @inlinable
  public var time: UInt64 { fields.uint64(8) }

  /// The number of the CPU.
  @inlinable
  public var cpu: UInt32 { fields.uint32(16) }

  /// The version of the kernel's file: 15, 16 or 17.
  @inlinable
  public var version: UInt16 { fields.uint16(20) }

  /// The number of calls that yield the CPU.
  ///
  /// The corresponding C field is `yld_count`.
  @inlinable
  public var yields: UInt32 { fields.uint32(24) }

  /// A count that the kernel keeps at 0.
  ///
  /// The corresponding C field is `array_exp`.
  @inlinable
  public var arrayExpirations: UInt32 { fields.uint32(28) }

  /// The number of times that the scheduler ran.
  ///
  /// The corresponding C field is `sched_count`.
  @inlinable
  public var schedules: UInt32 { fields.uint32(32) }

  /// The number of times that it left the CPU idle.
  ///
  /// The corresponding C field is `sched_goidle`.
  @inlinable
  public var idles: UInt32 { fields.uint32(36) }

  /// The number of threads that were woken on this CPU or by it.
  ///
  /// The corresponding C field is `ttwu_count`.
  @inlinable
  public var wakeups: UInt32 { fields.uint32(40) }

  /// The number of threads that were woken on the CPU of their waker.
  ///
  /// The corresponding C field is `ttwu_local`.
  @inlinable
  public var localWakeups: UInt32 { fields.uint32(44) }

  /// The nanoseconds for which threads ran.
  ///
  /// The corresponding C field is `rq_cpu_time`.
  @inlinable
  public var runTime: UInt64 { fields.uint64(48) }

  /// The nanoseconds for which threads waited to run.
  ///
  /// The corresponding C field is `run_delay`.
  @inlinable
  public var runDelay: UInt64 { fields.uint64(56) }

  /// The number of times that threads were given the CPU.
  ///
  /// The corresponding C field is `pcount`.
  @inlinable
  public var timeslices: UInt64 { fields.uint64(64) }
}
