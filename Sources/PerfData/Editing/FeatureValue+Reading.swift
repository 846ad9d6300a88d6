extension FeatureValue {
  /// Reads a feature of a recording into a form that can be written in any byte order.
  ///
  /// - Returns: Nothing for kinds whose contents are not known here.
  init?(_ feature: HeaderFeature, of file: borrowing PerfDataFile) throws(PerfDataError) {
    guard let bytes = file.bytes(of: feature) else { return nil }
    let value: FeatureValue?
    switch feature {
    // Their numbers have a byte order of their own.
    case .tracingData: value = .tracingData(Array(copying: bytes))
    case .buildIDs: value = try file.buildIDs.map { .buildIDs($0) }
    case .cpuCounts: value = try file.cpuCounts.map { .cpuCounts($0) }
    case .totalMemory:
      value = try file.totalMemoryKilobytes.map { .totalMemoryKilobytes($0) }
    case .commandLine: value = try file.commandLine.map { .commandLine($0) }
    case .eventDescriptions:
      value = try file.eventDescriptions.map { .eventDescriptions($0) }
    case .branchStack: value = .branchStack
    case .stat: value = .stat
    case .pmuMappings: value = try file.pmuMappings.map { .pmuMappings($0) }
    case .groupDescriptions: value = try file.groups.map { .groups($0) }
    case .sampleTime: value = try file.sampleTimes.map { .sampleTimes($0) }
    case .clockID: value = try file.clockResolution.map { .clockResolution($0) }
    case .clockData: value = try file.clockData.map { .clockData($0) }
    case .compressed: value = try file.compression.map { .compression($0) }
    case .cpuPMUCapabilities:
      value = try file.cpuPMUCapabilities.map { .cpuPMUCapabilities($0) }
    case .pmuCapabilities: value = try file.pmuCapabilities.map { .pmuCapabilities($0) }
    case .cacheLineSize: value = try file.cacheLineSize.map { .cacheLineSize($0) }
    default: value = try FeatureValue.machine(feature, of: file)
    }
    guard let value else { return nil }
    self = value
  }

  private static func machine(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue? {
    switch feature {
    case .hostname: try file.hostname.map { .hostname($0) }
    case .osRelease: try file.osRelease.map { .osRelease($0) }
    case .perfVersion: try file.perfVersion.map { .perfVersion($0) }
    case .architecture: try file.architecture.map { .architecture($0) }
    case .cpuDescription: try file.cpuDescription.map { .cpuDescription($0) }
    case .cpuID: try file.cpuID.map { .cpuID($0) }
    case .cpuTopology: try file.cpuTopology.map { .cpuTopology($0) }
    case .numaTopology: try file.numaNodes.map { .numaNodes($0) }
    case .cache: try file.cpuCaches.map { .cpuCaches($0) }
    case .memoryTopology: try file.memoryTopology.map { .memoryTopology($0) }
    case .hybridTopology: try file.hybridCPUs.map { .hybridCPUs($0) }
    case .machineNumber:
      try file.machine.map { .machineNumber($0.number, flags: $0.flags) }
    case .directoryFormat: try file.directoryVersion.map { .directoryVersion($0) }
    default: nil
    }
  }
}
