internal import CTraceEvent
public import PerfData
internal import PerfEvent

/// The text of tracepoint samples as perf prints it, made by libtraceevent.
///
/// libtraceevent reads the C expression by which the kernel prints an event. It gets
/// formats and samples only after they have been checked: a format is written
/// anew from its parts, and a sample that ends before its fields do, or whose
/// numbers would lead out of it, never reaches it. Such a sample is printed as its
/// plain fields. So is one whose print format cannot be read, in the words of
/// libtraceevent.
///
///     var printer = TracepointPrinter(tracingData)
///     // For each sample:
///     if let text = printer.string(id: attributes.config, raw: raw) { print(text) }
///
/// Formats are handed over when they are first used. libtraceevent's messages
/// are turned off, for the whole process.
@safe
public struct TracepointPrinter: ~Copyable {
  let data: TracingData
  let tep: OpaquePointer?
  private var formats: [UInt64: PrintableFormat] = [:]
  private var sequence: trace_seq
  private var sample: SampleCopy
  private var plain: [UInt8] = []
  private var isPlain: Bool = false

  /// Creates a printer for the tracepoints of a recording.
  ///
  /// The texts and the kernel's symbols that the recording itself holds are used.
  ///
  /// - Parameter data: The formats.
  public init(_ data: TracingData) {
    self.data = data
    tep_set_loglevel(TEP_LOG_NONE)
    unsafe tep = tep_alloc()
    unsafe sequence = trace_seq()
    unsafe trace_seq_init(&sequence)
    sample = SampleCopy()
    guard let tep = unsafe tep else { return }
    unsafe tep_set_long_size(tep, CInt(data.longSize))
    unsafe tep_set_file_bigendian(
      tep, data.byteOrder == .bigEndian ? TEP_BIG_ENDIAN : TEP_LITTLE_ENDIAN)
    registerPrintkFormats()
    addKernelSymbols(data.kernelSymbols)
  }

  deinit {
    unsafe tep_free(tep)
    var sequence = unsafe sequence
    unsafe trace_seq_destroy(&sequence)
  }

  /// Returns the text of a sample.
  ///
  /// - Parameters:
  ///   - id: The number of the tracepoint, which is the configuration of its event.
  ///   - raw: The raw data of the sample.
  /// - Returns: The text, valid until the printer is used again; nothing when the
  ///   recording has no format of that number.
  @_lifetime(&self)
  public mutating func text(id: UInt64, raw: RawSpan) -> RawSpan? {
    guard prepare(id: id, raw: raw) else { return nil }
    let buffer: UnsafeRawBufferPointer
    if isPlain {
      // Both buffers stay in place until the next sample is printed.
      unsafe buffer = plain.withUnsafeBytes { unsafe $0 }
    } else {
      unsafe buffer = UnsafeRawBufferPointer(start: sequence.buffer, count: Int(sequence.len))
    }
    // perf, too, ends at the first NUL byte that a sample puts into its text.
    let end = unsafe buffer.firstIndex(of: 0) ?? buffer.count
    let text = unsafe RawSpan(_unsafeBytes: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
    return unsafe _overrideLifetime(text, mutating: &self)
  }

  /// Returns a copy of the text of a sample.
  ///
  /// - Parameters:
  ///   - id: The number of the tracepoint, which is the configuration of its event.
  ///   - raw: The raw data of the sample.
  /// - Returns: The text, with replacement characters for what is not UTF-8;
  ///   nothing when the recording has no format of that number.
  public mutating func string(id: UInt64, raw: RawSpan) -> String? {
    guard let text = text(id: id, raw: raw) else { return nil }
    return unsafe text.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Puts the text into the sequence or, if it is plain, into the array.
  private mutating func prepare(id: UInt64, raw: RawSpan) -> Bool {
    guard let format = printable(id) else { return false }
    isPlain = !printByLibrary(format, raw)
    if isPlain { plain = Array(format.format.plainText(of: raw).utf8) }
    return true
  }

  private mutating func printable(_ id: UInt64) -> PrintableFormat? {
    if let known = formats[id] { return known }
    guard let format = data[id] else { return nil }
    let printable = unsafe PrintableFormat(format, tep)
    formats[id] = printable
    return printable
  }

  private mutating func printByLibrary(_ format: PrintableFormat, _ raw: RawSpan) -> Bool {
    guard let tep = unsafe tep, format.accepts(raw) else { return false }
    unsafe sequence.len = 0
    unsafe sample.withRecord(of: raw) { record in
      unsafe cperf_print_event_text(tep, &sequence, record)
    }
    return unsafe sequence.state == TRACE_SEQ__GOOD && sequence.buffer != nil
  }
}
