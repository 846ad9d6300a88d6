internal import CPerfEvent

/// Properties of an event that are either set or not.
///
/// Bit `i` is the `i`-th bit field of the C structure in the order of its
/// declaration, on every machine. Bits 15 and 16 are
/// ``EventAttributes/precision``. The bit fields belong to the C type
/// `struct perf_event_attr`.
public struct EventFlags: OptionSet, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt64

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The event starts disabled.
  ///
  /// The corresponding C field is `disabled`.
  public static var disabled: Self { Self(rawValue: CPERF_FLAG_DISABLED) }

  /// Children that are created later are counted too.
  ///
  /// The corresponding C field is `inherit`.
  public static var inherit: Self { Self(rawValue: CPERF_FLAG_INHERIT) }

  /// The event must always be on a counter, or fails.
  ///
  /// The corresponding C field is `pinned`.
  public static var pinned: Self { Self(rawValue: CPERF_FLAG_PINNED) }

  /// No other group may use the PMU at the same time.
  ///
  /// The corresponding C field is `exclusive`.
  public static var exclusive: Self { Self(rawValue: CPERF_FLAG_EXCLUSIVE) }

  /// The user side is not counted.
  ///
  /// The corresponding C field is `exclude_user`.
  public static var excludeUser: Self { Self(rawValue: CPERF_FLAG_EXCLUDE_USER) }

  /// The kernel is not counted.
  ///
  /// The corresponding C field is `exclude_kernel`.
  public static var excludeKernel: Self { Self(rawValue: CPERF_FLAG_EXCLUDE_KERNEL) }

  /// The hypervisor is not counted.
  ///
  /// The corresponding C field is `exclude_hv`.
  public static var excludeHypervisor: Self { Self(rawValue: CPERF_FLAG_EXCLUDE_HV) }

  /// Idle time is not counted.
  ///
  /// The corresponding C field is `exclude_idle`.
  public static var excludeIdle: Self { Self(rawValue: CPERF_FLAG_EXCLUDE_IDLE) }

  /// Executable mappings are recorded.
  ///
  /// The corresponding C field is `mmap`.
  public static var mmap: Self { Self(rawValue: CPERF_FLAG_MMAP) }

  /// Changes of process and thread names are recorded.
  ///
  /// The corresponding C field is `comm`.
  public static var comm: Self { Self(rawValue: CPERF_FLAG_COMM) }

  /// The sample period is a frequency in hertz.
  ///
  /// The corresponding C field is `freq`.
  public static var frequency: Self { Self(rawValue: CPERF_FLAG_FREQ) }

  /// Counts are kept per task when tasks are switched.
  ///
  /// The corresponding C field is `inherit_stat`.
  public static var inheritStatistics: Self { Self(rawValue: CPERF_FLAG_INHERIT_STAT) }

  /// The event is enabled when the task executes a new program.
  ///
  /// The corresponding C field is `enable_on_exec`.
  public static var enableOnExec: Self { Self(rawValue: CPERF_FLAG_ENABLE_ON_EXEC) }

  /// Starts and ends of tasks are recorded.
  ///
  /// The corresponding C field is `task`.
  public static var task: Self { Self(rawValue: CPERF_FLAG_TASK) }

  /// Wake-ups are by bytes instead of by events.
  ///
  /// The corresponding C field is `watermark`.
  public static var watermark: Self { Self(rawValue: CPERF_FLAG_WATERMARK) }

  /// Mappings that are not executable are recorded.
  ///
  /// The corresponding C field is `mmap_data`.
  public static var mmapData: Self { Self(rawValue: CPERF_FLAG_MMAP_DATA) }

  /// Every record ends with the fields that identify its event.
  ///
  /// The corresponding C field is `sample_id_all`.
  public static var sampleIDAll: Self { Self(rawValue: CPERF_FLAG_SAMPLE_ID_ALL) }

  /// The host of virtual machines is not counted.
  ///
  /// The corresponding C field is `exclude_host`.
  public static var excludeHost: Self { Self(rawValue: CPERF_FLAG_EXCLUDE_HOST) }

  /// Virtual machines are not counted.
  ///
  /// The corresponding C field is `exclude_guest`.
  public static var excludeGuest: Self { Self(rawValue: CPERF_FLAG_EXCLUDE_GUEST) }

  /// Callchains leave the kernel out.
  ///
  /// The corresponding C field is `exclude_callchain_kernel`.
  public static var excludeKernelCallchain: Self {
    Self(rawValue: CPERF_FLAG_EXCLUDE_CALLCHAIN_KERNEL)
  }

  /// Callchains leave the user side out.
  ///
  /// The corresponding C field is `exclude_callchain_user`.
  public static var excludeUserCallchain: Self { Self(rawValue: CPERF_FLAG_EXCLUDE_CALLCHAIN_USER) }

  /// Mapping records carry device, inode and protection.
  ///
  /// The corresponding C field is `mmap2`.
  public static var mmap2: Self { Self(rawValue: CPERF_FLAG_MMAP2) }

  /// Name changes by exec are marked.
  ///
  /// The corresponding C field is `comm_exec`.
  public static var commExec: Self { Self(rawValue: CPERF_FLAG_COMM_EXEC) }

  /// Times are of the clock that the attributes name.
  ///
  /// The corresponding C field is `use_clockid`.
  public static var useClockID: Self { Self(rawValue: CPERF_FLAG_USE_CLOCKID) }

  /// Context switches are recorded.
  ///
  /// The corresponding C field is `context_switch`.
  public static var contextSwitch: Self { Self(rawValue: CPERF_FLAG_CONTEXT_SWITCH) }

  /// The ring buffer is written from its end to its start.
  ///
  /// The corresponding C field is `write_backward`.
  public static var writeBackward: Self { Self(rawValue: CPERF_FLAG_WRITE_BACKWARD) }

  /// Namespaces of tasks are recorded.
  ///
  /// The corresponding C field is `namespaces`.
  public static var namespaces: Self { Self(rawValue: CPERF_FLAG_NAMESPACES) }

  /// Kernel symbols that come and go are recorded.
  ///
  /// The corresponding C field is `ksymbol`.
  public static var kernelSymbol: Self { Self(rawValue: CPERF_FLAG_KSYMBOL) }

  /// BPF programs that come and go are recorded.
  ///
  /// The corresponding C field is `bpf_event`.
  public static var bpfEvent: Self { Self(rawValue: CPERF_FLAG_BPF_EVENT) }

  /// The event writes into the AUX area.
  ///
  /// The corresponding C field is `aux_output`.
  public static var auxOutput: Self { Self(rawValue: CPERF_FLAG_AUX_OUTPUT) }

  /// New cgroups are recorded.
  ///
  /// The corresponding C field is `cgroup`.
  public static var cgroup: Self { Self(rawValue: CPERF_FLAG_CGROUP) }

  /// Changes of kernel code are recorded.
  ///
  /// The corresponding C field is `text_poke`.
  public static var textPoke: Self { Self(rawValue: CPERF_FLAG_TEXT_POKE) }

  /// Mapping records carry build identifiers.
  ///
  /// The corresponding C field is `build_id`.
  public static var buildID: Self { Self(rawValue: CPERF_FLAG_BUILD_ID) }

  /// Only threads of the same process inherit the event.
  ///
  /// The corresponding C field is `inherit_thread`.
  public static var inheritThread: Self { Self(rawValue: CPERF_FLAG_INHERIT_THREAD) }

  /// The event is closed when the task executes a new program.
  ///
  /// The corresponding C field is `remove_on_exec`.
  public static var removeOnExec: Self { Self(rawValue: CPERF_FLAG_REMOVE_ON_EXEC) }

  /// Each overflow sends a signal to the task.
  ///
  /// The corresponding C field is `sigtrap`.
  public static var signalTrap: Self { Self(rawValue: CPERF_FLAG_SIGTRAP) }

  /// User callchains may be taken later.
  ///
  /// The corresponding C field is `defer_callchain`.
  public static var deferCallchain: Self { Self(rawValue: CPERF_FLAG_DEFER_CALLCHAIN) }

  /// Callchains that were taken later are recorded.
  ///
  /// The corresponding C field is `defer_output`.
  public static var deferOutput: Self { Self(rawValue: CPERF_FLAG_DEFER_OUTPUT) }
}
