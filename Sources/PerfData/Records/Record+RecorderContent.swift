extension Record {
  @_lifetime(copy self)
  func recorderContent(_ body: FieldBytes) -> RecordContent {
    let body = _overrideFieldLifetime(body)
    switch kind {
    case .headerBuildID: return .buildID(BuildIDRecord(body, flags: flags))
    case .idIndex: return .idIndex(IDIndexRecord(body))
    case .auxTraceInfo: return .auxTraceInfo(AuxTraceInfoRecord(body))
    case .auxTrace: return .auxTrace(AuxTraceRecord(fields, size: size))
    case .auxTraceError: return .auxTraceError(AuxTraceErrorRecord(body))
    case .threadMap: return .threadMap(ThreadMapRecord(body))
    case .cpuMap: return .cpuMap(CPUMapRecord(body))
    case .statConfiguration: return .statConfiguration(StatConfigurationRecord(body))
    case .stat: return .stat(StatRecord(body))
    case .statRound: return .statRound(StatRoundRecord(body))
    case .eventUpdate: return .eventUpdate(EventUpdateRecord(body))
    case .timeConversion: return .timeConversion(TimeConversionRecord(body))
    case .finishedRound, .finishedInit: return .mark
    default: return rareContent(body)
    }
  }

  @_lifetime(copy self)
  private func rareContent(_ body: FieldBytes) -> RecordContent {
    let body = _overrideFieldLifetime(body)
    switch kind {
    case .headerAttributes: return .headerAttributes(HeaderAttributesRecord(body))
    case .headerEventType: return .eventType(EventTypeRecord(body))
    case .headerTracingData, .simpleperfTracingData:
      return .tracingData(TracingDataRecord(fields, kind: kind, size: size))
    case .headerFeature: return .headerFeature(HeaderFeatureRecord(body))
    case .compressed: return .compressed(CompressedRecord(body, hasCount: false))
    case .compressed2: return .compressed(CompressedRecord(body, hasCount: true))
    case .bpfMetadata: return .bpfMetadata(BPFMetadataRecord(body))
    case .schedulerCPUStatistics:
      return .schedulerCPUStatistics(SchedulerCPUStatisticsRecord(body))
    case .schedulerDomainStatistics:
      return .schedulerDomainStatistics(SchedulerDomainStatisticsRecord(body))
    default: return simpleperfContent(body)
    }
  }

  @_lifetime(copy self)
  private func simpleperfContent(_ body: FieldBytes) -> RecordContent {
    let body = _overrideFieldLifetime(body)
    switch kind {
    case .simpleperfKernelSymbols:
      return .simpleperfKernelSymbols(SimpleperfKernelSymbolsRecord(body))
    case .simpleperfFile: return .simpleperfFile(SimpleperfFileRecord(body))
    case .simpleperfSymbol: return .simpleperfSymbol(SimpleperfSymbolRecord(body))
    case .simpleperfEventID: return .simpleperfEventID(SimpleperfEventIDRecord(body))
    case .simpleperfCallchain: return .simpleperfCallchain(SimpleperfCallchainRecord(body))
    case .simpleperfUnwindingResult:
      return .simpleperfUnwindingResult(SimpleperfUnwindingResultRecord(body))
    case .simpleperfDebug: return .simpleperfDebug(SimpleperfDebugRecord(body))
    case .simpleperfSplit, .simpleperfSplitEnd:
      // The reader has joined all slices that make up a record.
      return .malformed(
        PerfDataError(
          .truncated, subject: "\(kind) record", offset: offset, value: UInt64(size) + 1,
          limit: UInt64(size), detail: "the slices do not make up a record"))
    default: return .other
    }
  }
}
