internal import CPerfEvent

/// The fields that each sample of an event holds.
///
/// Bits that are not named here are kept as they are. The corresponding C type
/// is `perf_event_sample_format`.
public struct SampleFields: OptionSet, Hashable, Sendable {
  /// The value as the kernel knows it.
  public var rawValue: UInt64

  /// Creates a value from what the kernel knows.
  ///
  /// - Parameter rawValue: The value as the kernel knows it.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The address of the instruction that was interrupted.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_IP`.
  public static var instructionPointer: Self { Self(rawValue: CPERF_SAMPLE_IP) }

  /// The process and thread that ran.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_TID`.
  public static var thread: Self { Self(rawValue: CPERF_SAMPLE_TID) }

  /// The time in nanoseconds of the event's clock.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_TIME`.
  public static var time: Self { Self(rawValue: CPERF_SAMPLE_TIME) }

  /// The data address, or the address that faulted.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_ADDR`.
  public static var address: Self { Self(rawValue: CPERF_SAMPLE_ADDR) }

  /// The counts of the event or of its group.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_READ`.
  public static var read: Self { Self(rawValue: CPERF_SAMPLE_READ) }

  /// The return addresses of the functions that were active.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_CALLCHAIN`.
  public static var callchain: Self { Self(rawValue: CPERF_SAMPLE_CALLCHAIN) }

  /// The event's identifier.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_ID`.
  public static var id: Self { Self(rawValue: CPERF_SAMPLE_ID) }

  /// The number of the CPU.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_CPU`.
  public static var cpu: Self { Self(rawValue: CPERF_SAMPLE_CPU) }

  /// The number of events since the sample before.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_PERIOD`.
  public static var period: Self { Self(rawValue: CPERF_SAMPLE_PERIOD) }

  /// The identifier of the inherited event that took the sample.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_STREAM_ID`.
  public static var streamID: Self { Self(rawValue: CPERF_SAMPLE_STREAM_ID) }

  /// Bytes in a form that the event itself defines, such as a tracepoint's fields.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_RAW`.
  public static var raw: Self { Self(rawValue: CPERF_SAMPLE_RAW) }

  /// The most recent taken branches.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_BRANCH_STACK`.
  public static var branchStack: Self { Self(rawValue: CPERF_SAMPLE_BRANCH_STACK) }

  /// The registers of the user side.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_REGS_USER`.
  public static var userRegisters: Self { Self(rawValue: CPERF_SAMPLE_REGS_USER) }

  /// A copy of the top of the user stack.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_STACK_USER`.
  public static var userStack: Self { Self(rawValue: CPERF_SAMPLE_STACK_USER) }

  /// The cost of the event in a unit of the hardware.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_WEIGHT`.
  public static var weight: Self { Self(rawValue: CPERF_SAMPLE_WEIGHT) }

  /// The place in the memory hierarchy that answered.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_DATA_SRC`.
  public static var dataSource: Self { Self(rawValue: CPERF_SAMPLE_DATA_SRC) }

  /// The event's identifier, at a position that all events share.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_IDENTIFIER`.
  public static var identifier: Self { Self(rawValue: CPERF_SAMPLE_IDENTIFIER) }

  /// The reason why a hardware transaction ended.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_TRANSACTION`.
  public static var transaction: Self { Self(rawValue: CPERF_SAMPLE_TRANSACTION) }

  /// The registers at the interrupted instruction.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_REGS_INTR`.
  public static var interruptRegisters: Self { Self(rawValue: CPERF_SAMPLE_REGS_INTR) }

  /// The physical address of the data.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_PHYS_ADDR`.
  public static var physicalAddress: Self { Self(rawValue: CPERF_SAMPLE_PHYS_ADDR) }

  /// A piece of the AUX area.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_AUX`.
  public static var aux: Self { Self(rawValue: CPERF_SAMPLE_AUX) }

  /// The identifier of the cgroup.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_CGROUP`.
  public static var cgroup: Self { Self(rawValue: CPERF_SAMPLE_CGROUP) }

  /// The size of the page that holds the data.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_DATA_PAGE_SIZE`.
  public static var dataPageSize: Self { Self(rawValue: CPERF_SAMPLE_DATA_PAGE_SIZE) }

  /// The size of the page that holds the instruction.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_CODE_PAGE_SIZE`.
  public static var codePageSize: Self { Self(rawValue: CPERF_SAMPLE_CODE_PAGE_SIZE) }

  /// The cost of the event, split into up to three parts.
  ///
  /// The corresponding C constant is `PERF_SAMPLE_WEIGHT_STRUCT`.
  public static var weightStructure: Self { Self(rawValue: CPERF_SAMPLE_WEIGHT_STRUCT) }
}
