extension HeaderFeature {
  /// The formats of the tracepoints.
  ///
  /// The corresponding C constant is `HEADER_TRACING_DATA`.
  public static let tracingData: HeaderFeature = HeaderFeature(rawValue: 1)

  /// The build identifiers of the files that were hit.
  ///
  /// The corresponding C constant is `HEADER_BUILD_ID`.
  public static let buildIDs: HeaderFeature = HeaderFeature(rawValue: 2)

  /// The name of the machine.
  ///
  /// The corresponding C constant is `HEADER_HOSTNAME`.
  public static let hostname: HeaderFeature = HeaderFeature(rawValue: 3)

  /// The release of the kernel.
  ///
  /// The corresponding C constant is `HEADER_OSRELEASE`.
  public static let osRelease: HeaderFeature = HeaderFeature(rawValue: 4)

  /// The version of the recorder.
  ///
  /// The corresponding C constant is `HEADER_VERSION`.
  public static let perfVersion: HeaderFeature = HeaderFeature(rawValue: 5)

  /// The architecture of the machine.
  ///
  /// The corresponding C constant is `HEADER_ARCH`.
  public static let architecture: HeaderFeature = HeaderFeature(rawValue: 6)

  /// The numbers of CPUs that are available and online.
  ///
  /// The corresponding C constant is `HEADER_NRCPUS`.
  public static let cpuCounts: HeaderFeature = HeaderFeature(rawValue: 7)

  /// The name of the CPU.
  ///
  /// The corresponding C constant is `HEADER_CPUDESC`.
  public static let cpuDescription: HeaderFeature = HeaderFeature(rawValue: 8)

  /// The identification of the CPU.
  ///
  /// The corresponding C constant is `HEADER_CPUID`.
  public static let cpuID: HeaderFeature = HeaderFeature(rawValue: 9)

  /// The size of the memory.
  ///
  /// The corresponding C constant is `HEADER_TOTAL_MEM`.
  public static let totalMemory: HeaderFeature = HeaderFeature(rawValue: 10)

  /// The command line of the recorder.
  ///
  /// The corresponding C constant is `HEADER_CMDLINE`.
  public static let commandLine: HeaderFeature = HeaderFeature(rawValue: 11)

  /// The events with their names.
  ///
  /// The corresponding C constant is `HEADER_EVENT_DESC`.
  public static let eventDescriptions: HeaderFeature = HeaderFeature(rawValue: 12)

  /// The sockets, dies and cores of the CPUs.
  ///
  /// The corresponding C constant is `HEADER_CPU_TOPOLOGY`.
  public static let cpuTopology: HeaderFeature = HeaderFeature(rawValue: 13)

  /// The memory nodes and their CPUs.
  ///
  /// The corresponding C constant is `HEADER_NUMA_TOPOLOGY`.
  public static let numaTopology: HeaderFeature = HeaderFeature(rawValue: 14)

  /// A mark that samples hold branch stacks.
  ///
  /// The corresponding C constant is `HEADER_BRANCH_STACK`.
  public static let branchStack: HeaderFeature = HeaderFeature(rawValue: 15)

  /// The numbers and names of the PMUs.
  ///
  /// The corresponding C constant is `HEADER_PMU_MAPPINGS`.
  public static let pmuMappings: HeaderFeature = HeaderFeature(rawValue: 16)

  /// The groups of events.
  ///
  /// The corresponding C constant is `HEADER_GROUP_DESC`.
  public static let groupDescriptions: HeaderFeature = HeaderFeature(rawValue: 17)

  /// The places of the AUX area records.
  ///
  /// The corresponding C constant is `HEADER_AUXTRACE`.
  public static let auxTrace: HeaderFeature = HeaderFeature(rawValue: 18)

  /// A mark that the records hold counts.
  ///
  /// The corresponding C constant is `HEADER_STAT`.
  public static let stat: HeaderFeature = HeaderFeature(rawValue: 19)

  /// The caches of the CPUs.
  ///
  /// The corresponding C constant is `HEADER_CACHE`.
  public static let cache: HeaderFeature = HeaderFeature(rawValue: 20)

  /// The times of the first and the last sample.
  ///
  /// The corresponding C constant is `HEADER_SAMPLE_TIME`.
  public static let sampleTime: HeaderFeature = HeaderFeature(rawValue: 21)

  /// The memory blocks of the nodes.
  ///
  /// The corresponding C constant is `HEADER_MEM_TOPOLOGY`.
  public static let memoryTopology: HeaderFeature = HeaderFeature(rawValue: 22)

  /// The resolution of the clock.
  ///
  /// The corresponding C constant is `HEADER_CLOCKID`.
  public static let clockID: HeaderFeature = HeaderFeature(rawValue: 23)

  /// The version of the directory format.
  ///
  /// The corresponding C constant is `HEADER_DIR_FORMAT`.
  public static let directoryFormat: HeaderFeature = HeaderFeature(rawValue: 24)

  /// The BPF programs.
  ///
  /// The corresponding C constant is `HEADER_BPF_PROG_INFO`.
  public static let bpfProgramInfo: HeaderFeature = HeaderFeature(rawValue: 25)

  /// The types of the BPF programs.
  ///
  /// The corresponding C constant is `HEADER_BPF_BTF`.
  public static let bpfTypeFormat: HeaderFeature = HeaderFeature(rawValue: 26)

  /// The parameters of the compression.
  ///
  /// The corresponding C constant is `HEADER_COMPRESSED`.
  public static let compressed: HeaderFeature = HeaderFeature(rawValue: 27)

  /// The capabilities of the PMU of the CPU.
  ///
  /// The corresponding C constant is `HEADER_CPU_PMU_CAPS`.
  public static let cpuPMUCapabilities: HeaderFeature = HeaderFeature(rawValue: 28)

  /// The wall clock beside the clock of the records.
  ///
  /// The corresponding C constant is `HEADER_CLOCK_DATA`.
  public static let clockData: HeaderFeature = HeaderFeature(rawValue: 29)

  /// The PMUs of the kinds of core.
  ///
  /// The corresponding C constant is `HEADER_HYBRID_TOPOLOGY`.
  public static let hybridTopology: HeaderFeature = HeaderFeature(rawValue: 30)

  /// The capabilities of all PMUs.
  ///
  /// The corresponding C constant is `HEADER_PMU_CAPS`.
  public static let pmuCapabilities: HeaderFeature = HeaderFeature(rawValue: 31)

  /// The scheduling domains.
  ///
  /// The corresponding C constant is `HEADER_CPU_DOMAIN_INFO`.
  public static let cpuDomainInfo: HeaderFeature = HeaderFeature(rawValue: 32)

  /// The ELF number of the machine.
  ///
  /// The corresponding C constant is `HEADER_E_MACHINE`.
  public static let machineNumber: HeaderFeature = HeaderFeature(rawValue: 33)

  /// The size of a cache line.
  ///
  /// The corresponding C constant is `HEADER_CLN_SIZE`.
  public static let cacheLineSize: HeaderFeature = HeaderFeature(rawValue: 34)
}
