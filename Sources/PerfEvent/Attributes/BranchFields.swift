internal import CPerfEvent

/// The branches that a branch stack holds, and what is told of each.
///
/// The corresponding C type is `perf_branch_sample_type`.
public struct BranchFields: OptionSet, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt64

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Branches of the user side.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_USER`.
  public static var user: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_USER) }

  /// Branches of the kernel.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_KERNEL`.
  public static var kernel: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_KERNEL) }

  /// Branches of the hypervisor.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_HV`.
  public static var hypervisor: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_HV) }

  /// Branches of any kind.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_ANY`.
  public static var any: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_ANY) }

  /// Calls of any kind.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_ANY_CALL`.
  public static var anyCall: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_ANY_CALL) }

  /// Returns of any kind.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_ANY_RETURN`.
  public static var anyReturn: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_ANY_RETURN) }

  /// Indirect calls.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_IND_CALL`.
  public static var indirectCall: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_IND_CALL) }

  /// Aborts of transactions.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_ABORT_TX`.
  public static var abortedTransaction: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_ABORT_TX) }

  /// Branches within a transaction.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_IN_TX`.
  public static var inTransaction: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_IN_TX) }

  /// Branches outside of transactions.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_NO_TX`.
  public static var noTransaction: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_NO_TX) }

  /// Conditional branches.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_COND`.
  public static var conditional: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_COND) }

  /// The calls that are active, kept by the hardware.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_CALL_STACK`.
  public static var callStack: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_CALL_STACK) }

  /// Indirect jumps.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_IND_JUMP`.
  public static var indirectJump: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_IND_JUMP) }

  /// Direct calls.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_CALL`.
  public static var call: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_CALL) }

  /// Leaves the flags of each branch out.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_NO_FLAGS`.
  public static var noFlags: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_NO_FLAGS) }

  /// Leaves the cycles of each branch out.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_NO_CYCLES`.
  public static var noCycles: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_NO_CYCLES) }

  /// The type of each branch.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_TYPE_SAVE`.
  public static var type: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_TYPE_SAVE) }

  /// The hardware's index of the newest branch.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_HW_INDEX`.
  public static var hardwareIndex: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_HW_INDEX) }

  /// The privilege level of each branch.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_PRIV_SAVE`.
  public static var privilege: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_PRIV_SAVE) }

  /// The events counted between branches.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_COUNTERS`.
  public static var counters: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_COUNTERS) }
}
