extension RecordFields {
  /// The kind of the record.
  public var kind: RecordKind {
    switch self {
    case .memoryMap: .mmap
    case .memoryMap2: .mmap2
    case .commandName: .comm
    case .fork: .fork
    case .exit: .exit
    case .lost: .lost
    case .lostSamples: .lostSamples
    case .throttle: .throttle
    case .unthrottle: .unthrottle
    case .read: .read
    case .aux: .aux
    case .instructionTraceStart: .instructionTraceStart
    case .contextSwitch: .contextSwitch
    case .contextSwitchCPUWide: .contextSwitchCPUWide
    case .namespaces: .namespaces
    case .kernelSymbol: .kernelSymbol
    case .bpfEvent: .bpfEvent
    case .cgroup: .cgroup
    case .textPoke: .textPoke
    case .auxOutputHardwareID: .auxOutputHardwareID
    case .deferredCallchain: .deferredCallchain
    case .buildID: .headerBuildID
    case .finishedRound: .finishedRound
    case .finishedInit: .finishedInit
    case .idIndex: .idIndex
    case .auxTraceInfo: .auxTraceInfo
    case .auxTrace: .auxTrace
    case .auxTraceError: .auxTraceError
    case .threadMap: .threadMap
    case .cpuMap: .cpuMap
    case .statConfiguration: .statConfiguration
    case .stat: .stat
    case .statRound: .statRound
    case .eventUpdate: .eventUpdate
    case .timeConversion: .timeConversion
    case .bpfMetadata: .bpfMetadata
    }
  }

  /// The flags that the form itself asks for.
  var impliedFlags: RecordFlags {
    switch self {
    case .memoryMap2(_, _, _, _, .buildID, _, _, _): .buildID
    case .buildID(let identifier):
      identifier.flags.union(.buildIDSize)
    default: []
    }
  }
}
