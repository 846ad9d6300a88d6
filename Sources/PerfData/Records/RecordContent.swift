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
  /// A mark without fields.
  case mark
  /// A record that has no form of its own; its bytes are in ``Record/bytes``.
  case other
  /// A record whose fields do not fit in it, with what is wrong.
  case malformed(PerfDataError)
}
