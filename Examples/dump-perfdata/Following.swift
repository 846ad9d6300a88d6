import CommandLineSupport
import PerfData

/// Shows the records of a recording while it is being written, until the recorder
/// has finished it or a signal asks to stop.
///
/// - Returns: What could not be read.
func follow(_ request: Request, to output: inout Output) throws -> [PerfDataError] {
  var display = FollowedDisplay(request)
  // Silence is the time for writing out what has come.
  var follower =
    request.path == "-"
    ? try RecordFollower(descriptor: 0, patience: 100)
    : try RecordFollower(path: request.path, patience: 100)
  // Opening waits until somebody writes to a named pipe, which a signal has to end.
  let signals = SignalQueue()
  do {
    var count = 0
    var isInterrupted = false
    while !isInterrupted && follower.end != .finished {
      // The events may be news of the same step, which a borrowed record hides.
      while !isInterrupted, let record = try follower.next()?.copy() {
        try display.show(record.view, follower.events, follower.tracingData, to: &output)
        count += 1
        // A busy recorder is never silent.
        if count % 4096 == 0 { isInterrupted = signals.haveInterruption }
      }
      try display.flush(to: &output)
      isInterrupted = isInterrupted || signals.haveInterruption
    }
  } catch {
    guard let fault = error as? PerfDataError else { throw error }
    try display.flush(to: &output)
    return [fault]
  }
  return display.listing.fault.map { [$0] } ?? []
}

extension SignalQueue {
  fileprivate var haveInterruption: Bool {
    if case .interruption = next(milliseconds: 0) { true } else { false }
  }
}

/// Records in the form that was asked for, with what becomes known while they come.
private struct FollowedDisplay: ~Copyable {
  var listing: Listing
  private var printer: ScriptPrinter?
  private var buffer: TextBuffer = TextBuffer()
  private var recording: Recording = Recording([], registers: nil)
  /// Told of the features alone.
  private var state: RecordingState = RecordingState()

  init(_ request: Request) {
    listing = request.listing
    printer = request.fields.map {
      ScriptPrinter(fields: $0, showsNanoseconds: request.showsNanoseconds)
    }
  }

  mutating func show(
    _ record: borrowing Record, _ events: [RecordedEvent], _ tracingData: TracingData?,
    to output: inout Output
  ) throws {
    if record.kind == .headerFeature {
      state.apply(record)
      let registers = state.origin.architecture.flatMap(RegisterSet.init(architecture:))
      recording = Recording(recording.events, registers: registers)
    }
    // Two copies of one array are equal at a glance.
    if events != recording.events || record.kind == .headerTracingData {
      recording = Recording(events, registers: recording.registers)
      printer?.take(events, tracingData)
    }
    if printer == nil { return try listing.show(record, recording: recording, to: &output) }
    if record.kind != .sample {
      printer?.apply(record)
    } else if record.sample != nil {
      printer?.print(record, to: &buffer)
      if buffer.count > 1 << 16 { try write(to: &output) }
    }
  }

  private mutating func write(to output: inout Output) throws {
    try output.write(buffer)
    buffer.removeAll()
  }

  mutating func flush(to output: inout Output) throws {
    try write(to: &output)
    try output.flush()
  }
}
