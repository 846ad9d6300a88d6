/// The contents of a feature, to be written.
public enum FeatureValue: Hashable, Sendable {
  /// The formats of the tracepoints, as a blob whose numbers have a byte order of their own.
  case tracingData([UInt8])
  /// The build identifiers of files.
  case buildIDs([BuildID])
  /// The name of the machine.
  case hostname(String)
  /// The release of the kernel.
  case osRelease(String)
  /// The version of the recorder.
  case perfVersion(String)
  /// The architecture of the machine.
  case architecture(String)
  /// The numbers of CPUs.
  case cpuCounts(CPUCounts)
  /// The name of the CPU.
  case cpuDescription(String)
  /// The identification of the CPU.
  case cpuID(String)
  /// The size of the memory in kilobytes of 1024 bytes.
  case totalMemoryKilobytes(UInt64)
  /// The command line of the recorder.
  case commandLine([String])
  /// The events with their names.
  case eventDescriptions([EventDescription])
  /// The sockets, dies and cores of the CPUs; needs the numbers of CPUs.
  case cpuTopology(CPUTopology)
  /// The memory nodes.
  case numaNodes([NUMANode])
  /// A mark that samples hold branch stacks.
  case branchStack
  /// The PMUs of the machine.
  case pmuMappings([PMUMapping])
  /// The groups of events.
  case groups([RecordedGroup])
  /// A mark that the records hold counts.
  case stat
  /// The caches of the CPUs.
  case cpuCaches([CPUCache])
  /// The times of the first and the last sample.
  case sampleTimes(SampleTimes)
  /// The blocks of memory of each node.
  case memoryTopology(MemoryTopology)
  /// The resolution in nanoseconds of the clock that the user chose.
  case clockResolution(UInt64)
  /// The version of the directory format.
  case directoryVersion(UInt64)
  /// The parameters of the compression, for pieces that are packed already.
  case compression(CompressionParameters)
  /// The capabilities of the CPU's PMU.
  case cpuPMUCapabilities(PMUCapabilities)
  /// The wall clock beside the clock of the records.
  case clockData(ClockData)
  /// The kinds of core of a machine that has more than one.
  case hybridCPUs([HybridCPUs])
  /// The capabilities of all PMUs.
  case pmuCapabilities([PMUCapabilities])
  /// The ELF number of the machine, and its flags.
  case machineNumber(UInt32, flags: UInt32)
  /// The size of a cache line in bytes.
  case cacheLineSize(UInt32)
  /// Any feature as the bytes that a section holds.
  case bytes(HeaderFeature, [UInt8])
}
