extension RecordKind {
  /// The symbols of the kernel, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_KERNEL_SYMBOL`.
  @inlinable
  public static var simpleperfKernelSymbols: RecordKind { RecordKind(rawValue: 32769) }

  /// A file that samples hit, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_DSO`.
  @inlinable
  public static var simpleperfFile: RecordKind { RecordKind(rawValue: 32770) }

  /// A symbol that samples hit, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_SYMBOL`.
  @inlinable
  public static var simpleperfSymbol: RecordKind { RecordKind(rawValue: 32771) }

  /// A slice of a larger record, from Android's recorder; the reader joins slices.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_SPLIT`.
  @inlinable
  public static var simpleperfSplit: RecordKind { RecordKind(rawValue: 32772) }

  /// The end of slices, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_SPLIT_END`.
  @inlinable
  public static var simpleperfSplitEnd: RecordKind { RecordKind(rawValue: 32773) }

  /// Identifiers of events that the header lacks, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_EVENT_ID`.
  @inlinable
  public static var simpleperfEventID: RecordKind { RecordKind(rawValue: 32774) }

  /// A callchain that was unwound behind a sample, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_CALLCHAIN`.
  @inlinable
  public static var simpleperfCallchain: RecordKind { RecordKind(rawValue: 32775) }

  /// How unwinding a stack went, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_UNWINDING_RESULT`.
  @inlinable
  public static var simpleperfUnwindingResult: RecordKind { RecordKind(rawValue: 32776) }

  /// The formats of the tracepoints, from Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_TRACING_DATA`.
  @inlinable
  public static var simpleperfTracingData: RecordKind { RecordKind(rawValue: 32777) }

  /// A remark of Android's recorder.
  ///
  /// The corresponding C constant is `SIMPLE_PERF_RECORD_DEBUG`.
  @inlinable
  public static var simpleperfDebug: RecordKind { RecordKind(rawValue: 32778) }
}
