extension RecordKind {
  /// A mapping of a file that can be executed.
  ///
  /// The corresponding C constant is `PERF_RECORD_MMAP`.
  @inlinable
  public static var mmap: RecordKind { RecordKind(rawValue: 1) }

  /// Records that were lost because the buffer was full.
  ///
  /// The corresponding C constant is `PERF_RECORD_LOST`.
  @inlinable
  public static var lost: RecordKind { RecordKind(rawValue: 2) }

  /// The name of a process or thread.
  ///
  /// The corresponding C constant is `PERF_RECORD_COMM`.
  @inlinable
  public static var comm: RecordKind { RecordKind(rawValue: 3) }

  /// The end of a thread.
  ///
  /// The corresponding C constant is `PERF_RECORD_EXIT`.
  @inlinable
  public static var exit: RecordKind { RecordKind(rawValue: 4) }

  /// The begin of a pause of an event that came too often.
  ///
  /// The corresponding C constant is `PERF_RECORD_THROTTLE`.
  @inlinable
  public static var throttle: RecordKind { RecordKind(rawValue: 5) }

  /// The end of such a pause.
  ///
  /// The corresponding C constant is `PERF_RECORD_UNTHROTTLE`.
  @inlinable
  public static var unthrottle: RecordKind { RecordKind(rawValue: 6) }

  /// A new process or thread.
  ///
  /// The corresponding C constant is `PERF_RECORD_FORK`.
  @inlinable
  public static var fork: RecordKind { RecordKind(rawValue: 7) }

  /// Counts of an event at the end of a thread.
  ///
  /// The corresponding C constant is `PERF_RECORD_READ`.
  @inlinable
  public static var read: RecordKind { RecordKind(rawValue: 8) }

  /// A sample.
  ///
  /// The corresponding C constant is `PERF_RECORD_SAMPLE`.
  @inlinable
  public static var sample: RecordKind { RecordKind(rawValue: 9) }

  /// A mapping with its device, inode or build identifier.
  ///
  /// The corresponding C constant is `PERF_RECORD_MMAP2`.
  @inlinable
  public static var mmap2: RecordKind { RecordKind(rawValue: 10) }

  /// New data in the AUX area.
  ///
  /// The corresponding C constant is `PERF_RECORD_AUX`.
  @inlinable
  public static var aux: RecordKind { RecordKind(rawValue: 11) }

  /// The begin of an instruction trace.
  ///
  /// The corresponding C constant is `PERF_RECORD_ITRACE_START`.
  @inlinable
  public static var instructionTraceStart: RecordKind { RecordKind(rawValue: 12) }

  /// Samples that the hardware or the kernel lost.
  ///
  /// The corresponding C constant is `PERF_RECORD_LOST_SAMPLES`.
  @inlinable
  public static var lostSamples: RecordKind { RecordKind(rawValue: 13) }

  /// A switch of this thread onto or off a CPU.
  ///
  /// The corresponding C constant is `PERF_RECORD_SWITCH`.
  @inlinable
  public static var contextSwitch: RecordKind { RecordKind(rawValue: 14) }

  /// A switch on a CPU with the other thread.
  ///
  /// The corresponding C constant is `PERF_RECORD_SWITCH_CPU_WIDE`.
  @inlinable
  public static var contextSwitchCPUWide: RecordKind { RecordKind(rawValue: 15) }

  /// The namespaces of a process.
  ///
  /// The corresponding C constant is `PERF_RECORD_NAMESPACES`.
  @inlinable
  public static var namespaces: RecordKind { RecordKind(rawValue: 16) }

  /// A kernel symbol that came or went.
  ///
  /// The corresponding C constant is `PERF_RECORD_KSYMBOL`.
  @inlinable
  public static var kernelSymbol: RecordKind { RecordKind(rawValue: 17) }

  /// A BPF program that was loaded or unloaded.
  ///
  /// The corresponding C constant is `PERF_RECORD_BPF_EVENT`.
  @inlinable
  public static var bpfEvent: RecordKind { RecordKind(rawValue: 18) }

  /// A cgroup and its path.
  ///
  /// The corresponding C constant is `PERF_RECORD_CGROUP`.
  @inlinable
  public static var cgroup: RecordKind { RecordKind(rawValue: 19) }

  /// A change of the kernel's code.
  ///
  /// The corresponding C constant is `PERF_RECORD_TEXT_POKE`.
  @inlinable
  public static var textPoke: RecordKind { RecordKind(rawValue: 20) }

  /// A hardware identifier of the AUX output.
  ///
  /// The corresponding C constant is `PERF_RECORD_AUX_OUTPUT_HW_ID`.
  @inlinable
  public static var auxOutputHardwareID: RecordKind { RecordKind(rawValue: 21) }

  /// The user part of a callchain, taken later.
  ///
  /// The corresponding C constant is `PERF_RECORD_CALLCHAIN_DEFERRED`.
  @inlinable
  public static var deferredCallchain: RecordKind { RecordKind(rawValue: 22) }

  /// An event of a pipe.
  ///
  /// The corresponding C constant is `PERF_RECORD_HEADER_ATTR`.
  @inlinable
  public static var headerAttributes: RecordKind { RecordKind(rawValue: 64) }

  /// A name of an event; obsolete.
  ///
  /// The corresponding C constant is `PERF_RECORD_HEADER_EVENT_TYPE`.
  @inlinable
  public static var headerEventType: RecordKind { RecordKind(rawValue: 65) }

  /// The formats of the tracepoints in a pipe.
  ///
  /// The corresponding C constant is `PERF_RECORD_HEADER_TRACING_DATA`.
  @inlinable
  public static var headerTracingData: RecordKind { RecordKind(rawValue: 66) }

  /// The build identifier of a file.
  ///
  /// The corresponding C constant is `PERF_RECORD_HEADER_BUILD_ID`.
  @inlinable
  public static var headerBuildID: RecordKind { RecordKind(rawValue: 67) }

  /// A mark behind a round over all buffers.
  ///
  /// The corresponding C constant is `PERF_RECORD_FINISHED_ROUND`.
  @inlinable
  public static var finishedRound: RecordKind { RecordKind(rawValue: 68) }

  /// The CPUs and threads of identifiers.
  ///
  /// The corresponding C constant is `PERF_RECORD_ID_INDEX`.
  @inlinable
  public static var idIndex: RecordKind { RecordKind(rawValue: 69) }

  /// The kind of the AUX area data.
  ///
  /// The corresponding C constant is `PERF_RECORD_AUXTRACE_INFO`.
  @inlinable
  public static var auxTraceInfo: RecordKind { RecordKind(rawValue: 70) }

  /// A piece of the AUX area.
  ///
  /// The corresponding C constant is `PERF_RECORD_AUXTRACE`.
  @inlinable
  public static var auxTrace: RecordKind { RecordKind(rawValue: 71) }

  /// A fault of the decoding of the AUX area.
  ///
  /// The corresponding C constant is `PERF_RECORD_AUXTRACE_ERROR`.
  @inlinable
  public static var auxTraceError: RecordKind { RecordKind(rawValue: 72) }

  /// The threads that were recorded.
  ///
  /// The corresponding C constant is `PERF_RECORD_THREAD_MAP`.
  @inlinable
  public static var threadMap: RecordKind { RecordKind(rawValue: 73) }

  /// The CPUs that were recorded.
  ///
  /// The corresponding C constant is `PERF_RECORD_CPU_MAP`.
  @inlinable
  public static var cpuMap: RecordKind { RecordKind(rawValue: 74) }

  /// The settings of recorded counts.
  ///
  /// The corresponding C constant is `PERF_RECORD_STAT_CONFIG`.
  @inlinable
  public static var statConfiguration: RecordKind { RecordKind(rawValue: 75) }

  /// A count.
  ///
  /// The corresponding C constant is `PERF_RECORD_STAT`.
  @inlinable
  public static var stat: RecordKind { RecordKind(rawValue: 76) }

  /// The end of a round of counts.
  ///
  /// The corresponding C constant is `PERF_RECORD_STAT_ROUND`.
  @inlinable
  public static var statRound: RecordKind { RecordKind(rawValue: 77) }

  /// A name, unit, scale or CPUs of an event.
  ///
  /// The corresponding C constant is `PERF_RECORD_EVENT_UPDATE`.
  @inlinable
  public static var eventUpdate: RecordKind { RecordKind(rawValue: 78) }

  /// The relation between cycles and time.
  ///
  /// The corresponding C constant is `PERF_RECORD_TIME_CONV`.
  @inlinable
  public static var timeConversion: RecordKind { RecordKind(rawValue: 79) }

  /// A feature of a pipe.
  ///
  /// The corresponding C constant is `PERF_RECORD_HEADER_FEATURE`.
  @inlinable
  public static var headerFeature: RecordKind { RecordKind(rawValue: 80) }

  /// Compressed records.
  ///
  /// The corresponding C constant is `PERF_RECORD_COMPRESSED`.
  @inlinable
  public static var compressed: RecordKind { RecordKind(rawValue: 81) }

  /// A mark behind the records of what existed before.
  ///
  /// The corresponding C constant is `PERF_RECORD_FINISHED_INIT`.
  @inlinable
  public static var finishedInit: RecordKind { RecordKind(rawValue: 82) }

  /// Compressed records with their exact size.
  ///
  /// The corresponding C constant is `PERF_RECORD_COMPRESSED2`.
  @inlinable
  public static var compressed2: RecordKind { RecordKind(rawValue: 83) }

  /// Variables of a BPF program.
  ///
  /// The corresponding C constant is `PERF_RECORD_BPF_METADATA`.
  @inlinable
  public static var bpfMetadata: RecordKind { RecordKind(rawValue: 84) }

  /// Scheduler statistics of a CPU.
  ///
  /// The corresponding C constant is `PERF_RECORD_SCHEDSTAT_CPU`.
  @inlinable
  public static var schedulerCPUStatistics: RecordKind { RecordKind(rawValue: 85) }

  /// Scheduler statistics of a domain.
  ///
  /// The corresponding C constant is `PERF_RECORD_SCHEDSTAT_DOMAIN`.
  @inlinable
  public static var schedulerDomainStatistics: RecordKind { RecordKind(rawValue: 86) }
}
