/// The flags of a record's header; the meaning of the upper ones depends on the kind.
///
/// The corresponding C field is `misc`.
@frozen
public struct RecordFlags: OptionSet, Hashable, Sendable {
  /// The bits in the record's header.
  public let rawValue: UInt16

  /// Creates flags from bits.
  ///
  /// - Parameter rawValue: The bits in the record's header.
  @inlinable
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The list of mappings may be incomplete since it took too long.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_PROC_MAP_PARSE_TIMEOUT`.
  @inlinable
  public static var mapTimeout: RecordFlags { RecordFlags(rawValue: 1 << 12) }
  /// A mapping of data rather than of code.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_MMAP_DATA`.
  @inlinable
  public static var dataMapping: RecordFlags { RecordFlags(rawValue: 1 << 13) }
  /// A name that changed because a program was executed.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_COMM_EXEC`.
  @inlinable
  public static var exec: RecordFlags { RecordFlags(rawValue: 1 << 13) }
  /// A switch off the CPU.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_SWITCH_OUT`.
  @inlinable
  public static var switchOut: RecordFlags { RecordFlags(rawValue: 1 << 13) }
  /// A sample whose instruction pointer is exact.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_EXACT_IP`.
  @inlinable
  public static var exactInstructionPointer: RecordFlags { RecordFlags(rawValue: 1 << 14) }
  /// A mapping that carries a build identifier instead of device and inode.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_MMAP_BUILD_ID`.
  @inlinable
  public static var buildID: RecordFlags { RecordFlags(rawValue: 1 << 14) }
  /// A switch off the CPU of a thread that wanted to go on.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_SWITCH_OUT_PREEMPT`.
  @inlinable
  public static var preempted: RecordFlags { RecordFlags(rawValue: 1 << 14) }
  /// Samples that a BPF program dropped.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_LOST_SAMPLES_BPF`.
  @inlinable
  public static var droppedByBPF: RecordFlags { RecordFlags(rawValue: 1 << 15) }
  /// A build identifier that tells its size.
  ///
  /// The corresponding C constant is `PERF_RECORD_MISC_BUILD_ID_SIZE`.
  @inlinable
  public static var buildIDSize: RecordFlags { RecordFlags(rawValue: 1 << 15) }

  /// The mode in which the CPU ran.
  public var cpuMode: CPUMode { CPUMode(rawValue: UInt8(truncatingIfNeeded: rawValue & 7)) }
}
