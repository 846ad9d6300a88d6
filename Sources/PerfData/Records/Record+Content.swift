internal import PerfEvent

extension Record {
  /// What the record tells.
  ///
  /// Its sizes and counts are compared with the bytes that are there before
  /// anything is handed out; a record that does not pass is malformed, and the
  /// ones behind it can be read all the same.
  @inlinable
  public var content: RecordContent {
    @_lifetime(copy self)
    get {
      if let sample { return .sample(sample) }
      return otherContent
    }
  }

  /// What a record tells that is no sample, or one that is damaged.
  @usableFromInline
  var otherContent: RecordContent {
    @_lifetime(copy self)
    get {
      if kind == .sample { return .malformed(sampleFault) }
      let count = size - trailerSize
      let least = RecordContent.leastSize(kind)
      guard count >= least else {
        return .malformed(fault(.truncated, value: least + trailerSize, limit: size))
      }
      let body = FieldBytes(bytes.extracting(0..<count), isSwapped: isSwapped)
      if let fault = countFault(body) { return .malformed(fault) }
      return kind.isKernel ? kernelContent(body) : recorderContent(body)
    }
  }

  private var sampleFault: PerfDataError {
    guard eventIndex >= 0, let layout else {
      let identifier = Int(truncatingIfNeeded: identifier ?? 0)
      return fault(.unknownIdentifier, value: identifier, limit: 0)
    }
    let found = VariablePlaces.fault(
      in: bytes, layout[0], isSwapped: isSwapped, base: offset)
    return found ?? fault(.truncated, value: Int(layout[0].fixedEnd), limit: size)
  }

  func fault(_ code: PerfDataError.Code, value: Int, limit: Int) -> PerfDataError {
    PerfDataError(
      code, subject: "\(kind) record", offset: offset, value: UInt64(bitPattern: Int64(value)),
      limit: UInt64(clamping: limit))
  }

  /// Compares a count of elements with the bytes behind it.
  private func countFault(_ body: FieldBytes) -> PerfDataError? {
    let count: UInt64
    let limit: Int
    switch kind {
    case .namespaces:
      (count, limit) = (body.uint64(16), (body.count - 24) / 16)
    case .deferredCallchain:
      (count, limit) = (body.uint64(16), (body.count - 24) / 8)
    case .textPoke:
      (count, limit) = (UInt64(body.uint16(16)) + UInt64(body.uint16(18)), body.count - 20)
    case .idIndex:
      (count, limit) = (body.uint64(8), (body.count - 16) / 32)
    case .threadMap:
      (count, limit) = (body.uint64(8), (body.count - 16) / 24)
    case .statConfiguration:
      (count, limit) = (body.uint64(8), (body.count - 16) / 16)
    case .read:
      var walker = SampleWalker(body.span, from: 16, isSwapped: isSwapped)
      walker.skipReadValues(ReadFormat(rawValue: layout?[0].readFormat ?? 0))
      return walker.fault(subject: "READ record", base: offset)
    default:
      return nil
    }
    guard count > UInt64(clamping: limit) else { return nil }
    return PerfDataError(
      .invalidSize, subject: "\(kind) record", offset: offset, value: count,
      limit: UInt64(clamping: limit))
  }

  @_lifetime(copy self)
  private func kernelContent(_ body: FieldBytes) -> RecordContent {
    let body = _overrideFieldLifetime(body)
    switch kind {
    case .mmap: return .memoryMap(MemoryMapRecord(body))
    case .mmap2: return .memoryMap2(MemoryMap2Record(body, flags: flags))
    case .comm: return .commandName(CommandNameRecord(body))
    case .fork: return .fork(ForkRecord(body))
    case .exit: return .exit(ExitRecord(body))
    case .lost: return .lost(LostRecord(body))
    case .lostSamples: return .lostSamples(LostSamplesRecord(body))
    case .throttle: return .throttle(ThrottleRecord(body))
    case .unthrottle: return .unthrottle(ThrottleRecord(body))
    case .read: return .read(ReadRecord(body, format: layout?[0].readFormat ?? 0))
    case .aux: return .aux(AuxRecord(body))
    case .instructionTraceStart:
      return .instructionTraceStart(InstructionTraceStartRecord(body))
    case .contextSwitch: return .contextSwitch
    case .contextSwitchCPUWide: return .contextSwitchCPUWide(ContextSwitchCPUWideRecord(body))
    case .namespaces: return .namespaces(NamespacesRecord(body))
    case .kernelSymbol: return .kernelSymbol(KernelSymbolRecord(body))
    case .bpfEvent: return .bpfEvent(BPFEventRecord(body))
    case .cgroup: return .cgroup(CgroupRecord(body))
    case .textPoke: return .textPoke(TextPokeRecord(body))
    case .auxOutputHardwareID: return .auxOutputHardwareID(AuxOutputHardwareIDRecord(body))
    case .deferredCallchain: return .deferredCallchain(DeferredCallchainRecord(body))
    default: return .other
    }
  }

  @_lifetime(copy self)
  private func recorderContent(_ body: FieldBytes) -> RecordContent {
    let body = _overrideFieldLifetime(body)
    switch kind {
    case .headerBuildID: return .buildID(BuildIDRecord(body, flags: flags))
    case .idIndex: return .idIndex(IDIndexRecord(body))
    case .auxTraceInfo: return .auxTraceInfo(AuxTraceInfoRecord(body))
    case .auxTrace: return .auxTrace(AuxTraceRecord(body))
    case .threadMap: return .threadMap(ThreadMapRecord(body))
    case .statConfiguration: return .statConfiguration(StatConfigurationRecord(body))
    case .stat: return .stat(StatRecord(body))
    case .statRound: return .statRound(StatRoundRecord(body))
    case .eventUpdate: return .eventUpdate(EventUpdateRecord(body))
    case .timeConversion: return .timeConversion(TimeConversionRecord(body))
    case .headerFeature: return .headerFeature(HeaderFeatureRecord(body))
    case .finishedRound, .finishedInit: return .mark
    default: return .other
    }
  }

  @_lifetime(copy self)
  private func _overrideFieldLifetime(_ body: FieldBytes) -> FieldBytes {
    unsafe _overrideLifetime(body, copying: self)
  }
}

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
    default: 8
    }
  }
}
