extension Record {
  @_lifetime(copy self)
  func kernelContent(_ body: FieldBytes) -> RecordContent {
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
  func _overrideFieldLifetime(_ body: FieldBytes) -> FieldBytes {
    unsafe _overrideLifetime(body, copying: self)
  }
}
