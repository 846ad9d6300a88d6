/// The formats of the tracepoints, in a form that the kernel's tracing defines.
///
/// perf writes the formats behind the record, Android's recorder into it. The
/// corresponding C constant is `PERF_RECORD_HEADER_TRACING_DATA`.
public struct TracingDataRecord: ~Escapable {
  /// The formats, with the padding behind them; as a file has them in a section.
  public let data: RawSpan

  /// Takes the bytes behind a small record, or from within a larger one.
  @_lifetime(copy record)
  init(_ record: FieldBytes, kind: RecordKind, size: Int) {
    let start = TracingDataRecord.start(kind: kind, size: size)
    data = record.slice(start, Int(record.uint32(8)))
  }

  /// Where the formats begin: behind the records of perf, within those of Android.
  static func start(kind: RecordKind, size: Int) -> Int {
    kind == .headerTracingData && (size == 12 || size == 16) ? size : 12
  }
}
