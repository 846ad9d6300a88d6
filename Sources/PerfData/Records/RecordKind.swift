/// The kind of a record.
///
/// Kinds below 64 are written by the kernel, those from 64 on by the recorder.
/// The corresponding C names begin with `PERF_RECORD_`.
@frozen
public struct RecordKind: RawRepresentable, Hashable, Sendable {
  /// The number in the record's header.
  public let rawValue: UInt32

  /// Creates a kind from its number.
  ///
  /// - Parameter rawValue: The number in the record's header.
  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Whether the kernel wrote the record.
  @inlinable
  public var isKernel: Bool { rawValue < 64 }

  /// Whether this version knows what the record is for.
  var isKnown: Bool {
    switch rawValue {
    case 1...22, 64...86, 32769...32778: true
    default: false
    }
  }
}

extension RecordKind: CustomStringConvertible {
  /// The name that perf prints, or the number of an unknown kind.
  public var description: String {
    switch rawValue {
    case 1: "MMAP"
    case 2: "LOST"
    case 3: "COMM"
    case 4: "EXIT"
    case 5: "THROTTLE"
    case 6: "UNTHROTTLE"
    case 7: "FORK"
    case 8: "READ"
    case 9: "SAMPLE"
    case 10: "MMAP2"
    case 11: "AUX"
    case 12: "ITRACE_START"
    case 13: "LOST_SAMPLES"
    case 14: "SWITCH"
    case 15: "SWITCH_CPU_WIDE"
    case 16: "NAMESPACES"
    case 17: "KSYMBOL"
    case 18: "BPF_EVENT"
    case 19: "CGROUP"
    case 20: "TEXT_POKE"
    case 21: "AUX_OUTPUT_HW_ID"
    case 22: "CALLCHAIN_DEFERRED"
    case 64: "ATTR"
    case 65: "EVENT_TYPE"
    case 66: "TRACING_DATA"
    case 67: "BUILD_ID"
    case 68: "FINISHED_ROUND"
    case 69: "ID_INDEX"
    case 70: "AUXTRACE_INFO"
    case 71: "AUXTRACE"
    case 72: "AUXTRACE_ERROR"
    case 73: "THREAD_MAP"
    case 74: "CPU_MAP"
    case 75: "STAT_CONFIG"
    case 76: "STAT"
    case 77: "STAT_ROUND"
    case 78: "EVENT_UPDATE"
    case 79: "TIME_CONV"
    case 80: "FEATURE"
    case 81: "COMPRESSED"
    case 82: "FINISHED_INIT"
    case 83: "COMPRESSED2"
    case 84: "BPF_METADATA"
    case 85: "SCHEDSTAT_CPU"
    case 86: "SCHEDSTAT_DOMAIN"
    case 32769: "SIMPLEPERF_KERNEL_SYMBOL"
    case 32770: "SIMPLEPERF_DSO"
    case 32771: "SIMPLEPERF_SYMBOL"
    case 32772: "SIMPLEPERF_SPLIT"
    case 32773: "SIMPLEPERF_SPLIT_END"
    case 32774: "SIMPLEPERF_EVENT_ID"
    case 32775: "SIMPLEPERF_CALLCHAIN"
    case 32776: "SIMPLEPERF_UNWINDING_RESULT"
    case 32777: "SIMPLEPERF_TRACING_DATA"
    case 32778: "SIMPLEPERF_DEBUG"
    default: "UNKNOWN_\(rawValue)"
    }
  }
}
