extension FeatureValue {
  /// The kind of information.
  public var feature: HeaderFeature {
    switch self {
    case .tracingData: .tracingData
    case .buildIDs: .buildIDs
    case .hostname: .hostname
    case .osRelease: .osRelease
    case .perfVersion: .perfVersion
    case .architecture: .architecture
    case .cpuCounts: .cpuCounts
    case .cpuDescription: .cpuDescription
    case .cpuID: .cpuID
    case .totalMemoryKilobytes: .totalMemory
    case .commandLine: .commandLine
    case .eventDescriptions: .eventDescriptions
    case .cpuTopology: .cpuTopology
    case .numaNodes: .numaTopology
    case .branchStack: .branchStack
    case .pmuMappings: .pmuMappings
    case .groups: .groupDescriptions
    case .stat: .stat
    case .cpuCaches: .cache
    case .sampleTimes: .sampleTime
    case .memoryTopology: .memoryTopology
    case .clockResolution: .clockID
    case .directoryVersion: .directoryFormat
    case .compression: .compressed
    case .cpuPMUCapabilities: .cpuPMUCapabilities
    case .clockData: .clockData
    case .hybridCPUs: .hybridTopology
    case .pmuCapabilities: .pmuCapabilities
    case .machineNumber: .machineNumber
    case .cacheLineSize: .cacheLineSize
    case .bytes(let feature, _): feature
    }
  }
}
