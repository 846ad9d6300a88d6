extension SchedulerDomainStatisticsRecord {
  /// The balancing of load between the CPUs of a domain.
  ///
  /// The corresponding C fields have `_lb_` in their names.
  public struct LoadBalance: Hashable, Sendable {
    /// The number of attempts.
    public let count: UInt32
    /// The attempts that found the load balanced.
    public let balanced: UInt32
    /// The attempts that should have moved threads and did not.
    public let failed: UInt32
    /// The imbalance that was found, added up; nothing from version 17 on.
    public let imbalance: UInt32?
    /// The imbalance of load; nothing before version 17.
    public let loadImbalance: UInt32?
    /// The imbalance of utilization; nothing before version 17.
    public let utilizationImbalance: UInt32?
    /// The imbalance of the number of threads; nothing before version 17.
    public let taskImbalance: UInt32?
    /// The imbalance from threads that a CPU is too small for; nothing before version 17.
    public let misfitImbalance: UInt32?
    /// The threads that were moved.
    public let gained: UInt32
    /// The threads that were moved although their data were in the cache.
    public let hotGained: UInt32
    /// The attempts that found no busier queue.
    public let noBusyQueue: UInt32
    /// The attempts that found no busier group.
    public let noBusyGroup: UInt32
  }

  /// The pushing of running threads to another CPU.
  public struct ActiveBalance: Hashable, Sendable {
    /// The number of attempts.
    public let count: UInt32
    /// The attempts that failed.
    public let failed: UInt32
    /// The threads that were moved.
    public let pushed: UInt32
  }

  /// The choice of a CPU for a thread that begins.
  public struct PlacementBalance: Hashable, Sendable {
    /// The number of attempts.
    public let count: UInt32
    /// The attempts that found the load balanced.
    public let balanced: UInt32
    /// The threads that were moved.
    public let pushed: UInt32
  }
}
