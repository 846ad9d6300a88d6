import PerfData

/// The fields of the scheduler's counts for a CPU.
func fields(of statistics: borrowing SchedulerCPUStatisticsRecord) -> [Field] {
  [
    .number("jiffies", statistics.time), .number("cpu", statistics.cpu),
    .number("version", statistics.version), .number("yld_count", statistics.yields),
    .number("array_exp", statistics.arrayExpirations),
    .number("sched_count", statistics.schedules), .number("sched_goidle", statistics.idles),
    .number("ttwu_count", statistics.wakeups), .number("ttwu_local", statistics.localWakeups),
    .number("rq_cpu_time", statistics.runTime), .number("run_delay", statistics.runDelay),
    .number("pcount", statistics.timeslices),
  ]
}

/// The fields of the scheduler's counts for a domain of a CPU.
func fields(of statistics: borrowing SchedulerDomainStatisticsRecord) -> [Field] {
  let (exec, fork) = (statistics.onExec, statistics.onFork)
  return [
    .number("jiffies", statistics.time), .number("cpu", statistics.cpu),
    .number("version", statistics.version), .number("domain", statistics.domain),
    Field("idle", .objects([fields(of: statistics.idle)])),
    Field("busy", .objects([fields(of: statistics.busy)])),
    Field("newidle", .objects([fields(of: statistics.newlyIdle)])),
    .number("alb_count", statistics.active.count),
    .number("alb_failed", statistics.active.failed),
    .number("alb_pushed", statistics.active.pushed),
    .number("sbe_count", exec.count), .number("sbe_balanced", exec.balanced),
    .number("sbe_pushed", exec.pushed), .number("sbf_count", fork.count),
    .number("sbf_balanced", fork.balanced), .number("sbf_pushed", fork.pushed),
    .number("ttwu_wake_remote", statistics.remoteWakeups),
    .number("ttwu_move_affine", statistics.affineMoves),
    .number("ttwu_move_balance", statistics.balanceMoves),
  ]
}

private func fields(
  of balance: SchedulerDomainStatisticsRecord.LoadBalance
) -> [Field] {
  let counts: [(String, UInt32?)] = [
    ("count", balance.count), ("balanced", balance.balanced), ("failed", balance.failed),
    ("imbalance", balance.imbalance), ("imbalance_load", balance.loadImbalance),
    ("imbalance_util", balance.utilizationImbalance),
    ("imbalance_task", balance.taskImbalance), ("imbalance_misfit", balance.misfitImbalance),
    ("gained", balance.gained), ("hot_gained", balance.hotGained),
    ("nobusyq", balance.noBusyQueue), ("nobusyg", balance.noBusyGroup),
  ]
  return counts.compactMap { count in count.1.map { .number(count.0, $0) } }
}
