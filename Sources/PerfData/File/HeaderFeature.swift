/// A kind of information about a recording, kept beside its records.
///
/// The corresponding C names begin with `HEADER_`.
public struct HeaderFeature: RawRepresentable, Hashable, Sendable {
  /// The number in the file.
  public let rawValue: UInt32

  /// Creates a feature from its number.
  ///
  /// - Parameter rawValue: The number in the file.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

extension HeaderFeature: CustomStringConvertible {
  /// The name that perf prints, or the number.
  public var description: String {
    Self.names[rawValue] ?? "FEATURE_\(rawValue)"
  }

  private static let names: [UInt32: String] = [
    1: "TRACING_DATA", 2: "BUILD_ID", 3: "HOSTNAME", 4: "OSRELEASE", 5: "VERSION", 6: "ARCH",
    7: "NRCPUS", 8: "CPUDESC", 9: "CPUID", 10: "TOTAL_MEM", 11: "CMDLINE", 12: "EVENT_DESC",
    13: "CPU_TOPOLOGY", 14: "NUMA_TOPOLOGY", 15: "BRANCH_STACK", 16: "PMU_MAPPINGS",
    17: "GROUP_DESC", 18: "AUXTRACE", 19: "STAT", 20: "CACHE", 21: "SAMPLE_TIME",
    22: "MEM_TOPOLOGY", 23: "CLOCKID", 24: "DIR_FORMAT", 25: "BPF_PROG_INFO", 26: "BPF_BTF",
    27: "COMPRESSED", 28: "CPU_PMU_CAPS", 29: "CLOCK_DATA", 30: "HYBRID_TOPOLOGY",
    31: "PMU_CAPS", 32: "CPU_DOMAIN_INFO", 33: "E_MACHINE", 34: "CLN_SIZE", 128: "FILE",
    129: "META_INFO", 130: "DEBUG_UNWIND", 131: "DEBUG_UNWIND_FILE", 132: "FILE2",
    133: "ETM_BRANCH_LIST",
  ]
}
