extension RecordContent {
  /// The size of the fields that every record of a kind has, with the header.
  static func leastSize(_ kind: RecordKind) -> Int {
    switch kind {
    case .mmap: 40
    case .mmap2: 72
    case .fork, .exit, .throttle, .unthrottle, .aux, .timeConversion: 32
    case .lost, .namespaces, .kernelSymbol, .bpfEvent, .deferredCallchain, .statRound, .eventUpdate:
      24
    case .comm, .read, .lostSamples, .instructionTraceStart, .contextSwitchCPUWide, .cgroup,
      .auxOutputHardwareID, .idIndex, .threadMap, .statConfiguration, .headerFeature, .auxTraceInfo:
      16
    case .textPoke: 20
    case .headerBuildID: 36
    case .auxTrace, .stat: 48
    default: leastRareSize(kind)
    }
  }

  private static func leastRareSize(_ kind: RecordKind) -> Int {
    switch kind {
    case .cpuMap: 10
    case .headerTracingData, .simpleperfTracingData, .simpleperfKernelSymbols: 12
    case .headerEventType, .simpleperfEventID, .simpleperfDebug, .compressed2: 16
    case .schedulerDomainStatistics: 24
    case .simpleperfFile, .simpleperfSymbol: 32
    case .auxTraceError, .simpleperfCallchain: 40
    case .simpleperfUnwindingResult: 56
    case .headerAttributes, .schedulerCPUStatistics: 72
    case .bpfMetadata: 528
    default: 8
    }
  }
}
