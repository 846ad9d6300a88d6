/// What a record tells, in a form of its own for each kind; borrowed like the record.
public enum RecordContent: ~Escapable {
  /// What an event saw at a moment.
  case sample(Sample)
  /// A mapping.
  case memoryMap(MemoryMapRecord)
  /// A mapping with its device, inode or build identifier.
  case memoryMap2(MemoryMap2Record)
  /// A name of a process or thread.
  case commandName(CommandNameRecord)
  /// A new process or thread.
  case fork(ForkRecord)
  /// The end of a thread.
  case exit(ExitRecord)
  /// Lost records.
  case lost(LostRecord)
  /// Lost samples.
  case lostSamples(LostSamplesRecord)
  /// The begin of a pause of an event.
  case throttle(ThrottleRecord)
  /// The end of such a pause.
  case unthrottle(ThrottleRecord)
  /// Counts at the end of a thread.
  case read(ReadRecord)
  /// News in the AUX area.
  case aux(AuxRecord)
  /// The begin of an instruction trace.
  case instructionTraceStart(InstructionTraceStartRecord)
  /// A switch of the thread itself; see the record's flags and trailer.
  case contextSwitch
  /// A switch on a CPU.
  case contextSwitchCPUWide(ContextSwitchCPUWideRecord)
  /// The namespaces of a process.
  case namespaces(NamespacesRecord)
  /// A kernel symbol that came or went.
  case kernelSymbol(KernelSymbolRecord)
  /// A BPF program that was loaded or unloaded.
  case bpfEvent(BPFEventRecord)
  /// A cgroup.
  case cgroup(CgroupRecord)
  /// A change of the kernel's code.
  case textPoke(TextPokeRecord)
  /// A hardware identifier of the AUX output.
  case auxOutputHardwareID(AuxOutputHardwareIDRecord)
  /// The user part of callchains.
  case deferredCallchain(DeferredCallchainRecord)
  /// The build identifier of a file.
  case buildID(BuildIDRecord)
  /// The CPUs and threads of identifiers.
  case idIndex(IDIndexRecord)
  /// The kind of the AUX area data.
  case auxTraceInfo(AuxTraceInfoRecord)
  /// A piece of the AUX area.
  case auxTrace(AuxTraceRecord)
  /// The threads that were recorded.
  case threadMap(ThreadMapRecord)
  /// The settings of recorded counts.
  case statConfiguration(StatConfigurationRecord)
  /// A count.
  case stat(StatRecord)
  /// The end of a round of counts.
  case statRound(StatRoundRecord)
  /// More about an event.
  case eventUpdate(EventUpdateRecord)
  /// The relation between cycles and time.
  case timeConversion(TimeConversionRecord)
  /// A feature of a pipe.
  case headerFeature(HeaderFeatureRecord)
  /// An event of a pipe.
  case headerAttributes(HeaderAttributesRecord)
  /// The name of an event, from the oldest recorders.
  case eventType(EventTypeRecord)
  /// The formats of the tracepoints.
  case tracingData(TracingDataRecord)
  /// A fault that decoding the AUX area met.
  case auxTraceError(AuxTraceErrorRecord)
  /// The CPUs that were recorded.
  case cpuMap(CPUMapRecord)
  /// A piece of compressed records, which follow it.
  case compressed(CompressedRecord)
  /// Variables of a BPF program.
  case bpfMetadata(BPFMetadataRecord)
  /// Scheduler statistics of a CPU.
  case schedulerCPUStatistics(SchedulerCPUStatisticsRecord)
  /// Scheduler statistics of a domain.
  case schedulerDomainStatistics(SchedulerDomainStatisticsRecord)
  /// The symbols of the kernel, from Android's recorder.
  case simpleperfKernelSymbols(SimpleperfKernelSymbolsRecord)
  /// A file that samples hit, from Android's recorder.
  case simpleperfFile(SimpleperfFileRecord)
  /// A symbol that samples hit, from Android's recorder.
  case simpleperfSymbol(SimpleperfSymbolRecord)
  /// Identifiers of events, from Android's recorder.
  case simpleperfEventID(SimpleperfEventIDRecord)
  /// A callchain that was unwound behind a sample, from Android's recorder.
  case simpleperfCallchain(SimpleperfCallchainRecord)
  /// How unwinding a stack went, from Android's recorder.
  case simpleperfUnwindingResult(SimpleperfUnwindingResultRecord)
  /// A remark of Android's recorder.
  case simpleperfDebug(SimpleperfDebugRecord)
  /// A mark without fields, which its kind tells: the end of a round or of the begin.
  case mark
  /// A record that has no form of its own; its bytes are in ``Record/bytes``.
  case other
  /// A record whose fields do not fit in it, with what is wrong.
  case malformed(PerfDataError)
}
