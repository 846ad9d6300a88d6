/// Counts of the scheduler for a domain of a CPU, as the kernel's file of them tells.
///
/// The corresponding C constant is `PERF_RECORD_SCHEDSTAT_DOMAIN`.
public struct SchedulerDomainStatisticsRecord: ~Escapable {
  let fields: FieldBytes

  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The time of the reading, in jiffies.
  public var time: UInt64 { fields.uint64(8) }
  /// The number of the CPU.
  public var cpu: UInt32 { fields.uint32(16) }
  /// The version of the kernel's file: 15, 16 or 17.
  public var version: UInt16 { fields.uint16(20) }
  /// The number of the domain, from the smallest on.
  public var domain: UInt16 { fields.uint16(22) }

  /// The balancing of load while the CPU was idle.
  public var idle: LoadBalance { balance(version < 16 ? 0 : 1) }
  /// The balancing of load while the CPU was busy.
  public var busy: LoadBalance { balance(version < 16 ? 1 : 0) }
  /// The balancing of load when the CPU was about to become idle.
  public var newlyIdle: LoadBalance { balance(2) }

  /// The pushing of a running thread to another CPU.
  ///
  /// The corresponding C fields begin with `alb_`.
  public var active: ActiveBalance {
    ActiveBalance(count: tail(0), failed: tail(1), pushed: tail(2))
  }

  /// The choice of a CPU when a program is executed.
  ///
  /// The corresponding C fields begin with `sbe_`.
  public var onExec: PlacementBalance {
    PlacementBalance(count: tail(3), balanced: tail(4), pushed: tail(5))
  }

  /// The choice of a CPU for a new thread.
  ///
  /// The corresponding C fields begin with `sbf_`.
  public var onFork: PlacementBalance {
    PlacementBalance(count: tail(6), balanced: tail(7), pushed: tail(8))
  }

  /// The threads that were woken on a CPU other than the one on which they ran before.
  ///
  /// The corresponding C field is `ttwu_wake_remote`.
  public var remoteWakeups: UInt32 { tail(9) }
  /// The woken threads that were moved to the CPU of their waker for its cache.
  ///
  /// The corresponding C field is `ttwu_move_affine`.
  public var affineMoves: UInt32 { tail(10) }
  /// The woken threads that were moved to balance the load.
  ///
  /// The corresponding C field is `ttwu_move_balance`.
  public var balanceMoves: UInt32 { tail(11) }

  /// The bytes that a record of a version needs.
  static func leastSize(version: UInt16) -> Int {
    24 + 4 * (3 * wordsPerBalance(version: version) + 12)
  }

  private static func wordsPerBalance(version: UInt16) -> Int { version < 17 ? 8 : 11 }

  private func word(_ index: Int) -> UInt32 { fields.uint32(24 + 4 * index) }

  /// A count behind the three balances.
  private func tail(_ index: Int) -> UInt32 {
    word(3 * Self.wordsPerBalance(version: version) + index)
  }

  private func balance(_ position: Int) -> LoadBalance {
    let first = position * Self.wordsPerBalance(version: version)
    // From version 17 on the imbalance is told in four parts.
    let rest = first + (version < 17 ? 4 : 7)
    return LoadBalance(
      count: word(first), balanced: word(first + 1), failed: word(first + 2),
      imbalance: version < 17 ? word(first + 3) : nil,
      loadImbalance: version < 17 ? nil : word(first + 3),
      utilizationImbalance: version < 17 ? nil : word(first + 4),
      taskImbalance: version < 17 ? nil : word(first + 5),
      misfitImbalance: version < 17 ? nil : word(first + 6),
      gained: word(rest), hotGained: word(rest + 1), noBusyQueue: word(rest + 2),
      noBusyGroup: word(rest + 3))
  }
}
