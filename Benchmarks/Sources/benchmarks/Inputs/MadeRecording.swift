import PerfData
import PerfEvent

/// A recording as perf makes it, made up: eight CPUs with a ring each, emptied in rounds.
///
/// The recorder comes to each ring a little later than to the one before, so that
/// what a CPU wrote meanwhile belongs to the next round. Rounds are short and long.
/// Threads change; processes start, map files and end.
struct MadeRecording: ~Copyable {
  static let cpus: UInt32 = 8

  private let kind: RecordingKind
  private let bytes: Int
  private var writer: PerfDataWriter
  private var samples: MadeSamples
  private var random = SplitMix(seed: 1)
  private var processors: [Processor] = []
  /// The bytes of samples so far, without all else.
  private var written = 0

  /// A CPU at work.
  private struct Processor {
    let number: UInt32
    /// When it takes its next sample, in nanoseconds.
    var time: UInt64
    var thread: ThreadID
    var samples = 0
  }

  /// Makes a recording.
  ///
  /// - Parameters:
  ///   - kind: The kind of recording.
  ///   - megabytes: The least size of its samples in MiB.
  ///   - path: The path of the file.
  /// - Throws: The writer's error.
  static func make(_ kind: RecordingKind, megabytes: Int, at path: String) throws(PerfDataError) {
    var options = WriterOptions()
    if kind == .packed { options.compression = RecordCompression() }
    var recording = try MadeRecording(kind, megabytes << 20, path, options)
    try recording.begin()
    while recording.written < recording.bytes { try recording.writeRound() }
    try recording.end()
  }

  private init(
    _ kind: RecordingKind, _ bytes: Int, _ path: String, _ options: WriterOptions
  ) throws(PerfDataError) {
    self.kind = kind
    self.bytes = bytes
    writer = try PerfDataWriter(to: .path(path), options: options)
    samples = MadeSamples(kind)
    for number in 0..<Self.cpus {
      let process = Int32(1000 + 100 * number)
      processors.append(
        Processor(
          number: number, time: 1_000_000_000 + UInt64(number),
          thread: ThreadID(process: process, thread: process)))
    }
  }

  /// Writes the events and what the recorder says about processes that run already.
  private mutating func begin() throws(PerfDataError) {
    for event in samples.events { try writer.add(event) }
    for processor in processors {
      let process = processor.thread.process
      try writer.append(
        .commandName(thread: processor.thread, name: "worker/\(processor.number)"))
      for thread in 1..<UInt32(MadeSamples.threads) {
        let other = ThreadID(process: process, thread: process + Int32(thread))
        try writer.append(.commandName(thread: other, name: "helper/\(thread)"))
      }
    }
  }

  /// Empties each ring up to the time at which the recorder comes to it.
  private mutating func writeRound() throws(PerfDataError) {
    let start: UInt64 = processors[0].time
    let interval: UInt64 = samples.interval
    let end: UInt64 = start + interval << (5 + random.below(samples.roundLengths))
    for index in processors.indices {
      let visit: UInt64 = end + UInt64(index) * interval * 3
      while processors[index].time < visit { try writeSample(on: index) }
    }
    try writer.append(.finishedRound)
  }

  private mutating func writeSample(on index: Int) throws(PerfDataError) {
    var processor: Processor = processors[index]
    processor.samples += 1
    if processor.samples % samples.samplesPerProcess == 0 { try runProcess(on: processor) }
    let event: Int = samples.fill(
      cpu: processor.number, thread: &processor.thread, time: processor.time, &random)
    try writer.append(samples.values, event: event)
    written += samples.size
    processor.time += 1 + samples.interval / 2 + random.below(samples.interval)
    processors[index] = processor
  }

  /// Writes the begin of a process that maps five files, and its end.
  private mutating func runProcess(on processor: borrowing Processor) throws(PerfDataError) {
    let number = Int32(5000 + processor.samples / samples.samplesPerProcess % 20000)
    let parent: ThreadID = processor.thread
    let child = ThreadID(process: number, thread: number)
    let trailer = RecordTrailer(
      thread: child, time: processor.time, identifier: UInt64(processor.number) + 1,
      cpu: processor.number)
    try writer.append(
      .fork(thread: child, parent: parent, time: trailer.time), trailer: trailer)
    try writer.append(
      .commandName(thread: child, name: "sort"), flags: .exec, trailer: trailer)
    for file in 0..<5 as Range<UInt64> {
      try writer.append(
        .memoryMap2(
          thread: child, address: 0x7f00_0000_0000 + file << 24, length: 1 << 20, fileOffset: 0,
          origin: .file(deviceMajor: 8, deviceMinor: 1, inode: 100 + file, generation: 0),
          protection: 5, mapFlags: 2, path: "/usr/lib/libexample-\(file).so.1"),
        trailer: trailer)
    }
    try writer.append(
      .exit(thread: child, parent: parent, time: trailer.time), trailer: trailer)
  }

  /// Writes what stands behind the records.
  private consuming func end() throws(PerfDataError) {
    try writer.append(.hostname("made"))
    try writer.append(.osRelease("6.1.0"))
    try writer.append(.architecture("x86_64"))
    try writer.append(.cpuCounts(CPUCounts(available: Self.cpus, online: Self.cpus)))
    if kind == .tracepoints {
      try writer.append(.tracingData(MadeTracepoints.tracingData))
    }
    try writer.finish()
  }
}
