import Foundation
import Glibc
import PerfData
import PerfEvent
import TestSupport
import Testing

@Suite("Following a recording that is being written", .timeLimit(.minutes(2)))
struct FollowTests {
  /// What is compared of a record, however it was read.
  struct Seen: Hashable {
    let kind: RecordKind
    let flags: RecordFlags
    let size: Int
    let offset: UInt64
    let event: Int
    let time: UInt64?
    let bytes: [UInt8]

    init(_ record: borrowing Record) {
      kind = record.kind
      flags = record.flags
      size = record.size
      offset = record.offset
      event = record.eventIndex
      time = record.time
      bytes = record.bytes.withUnsafeBytes { [UInt8]($0) }
    }
  }

  private static func read(_ bytes: [UInt8]) throws -> [Seen] {
    let file = try PerfDataFile(bytes: bytes)
    var records = file.records()
    var seen: [Seen] = []
    while let record = try records.next() { seen.append(Seen(record)) }
    return seen
  }

  private static func read(_ follower: inout RecordFollower) throws -> [Seen] {
    var seen: [Seen] = []
    while let record = try follower.next() { seen.append(Seen(record)) }
    return seen
  }

  /// Runs a writer beside the body, in a thread of its own.
  private static func beside<Result>(
    _ writer: @escaping @Sendable () -> Void, reading body: () throws -> Result
  ) rethrows -> Result {
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      writer()
      done.signal()
    }
    defer { done.wait() }
    return try body()
  }

  /// Cuts bytes into chunks of random sizes.
  private static func chunks(_ bytes: [UInt8], seed: UInt64, atMost most: Int) -> [[UInt8]] {
    var generator = SeededGenerator(seed: seed)
    var start = 0
    var chunks: [[UInt8]] = []
    while start < bytes.count {
      let end = min(bytes.count, start + Int.random(in: 1...most, using: &generator))
      chunks.append(Array(bytes[start..<end]))
      start = end
    }
    return chunks
  }

  private static func files() -> [[UInt8]] {
    [ByteOrder.littleEndian, .bigEndian].map(DamageTests.rich).flatMap { [$0.file(), $0.pipe()] }
  }

  @Test("A finished file gives the records that the other reader gives")
  func finished() throws {
    let folder = TemporaryFolder()
    for bytes in Self.files() {
      let path = try folder.write(bytes, as: "perf.data")
      // A pipe that was saved as a file has no end of its own.
      var follower = try RecordFollower(path: path, patience: 50)
      #expect(try Self.read(&follower) == Self.read(bytes))
      #expect(follower.end == (bytes[8] == 104 || bytes[15] == 104 ? .finished : .silent))
      #expect(try follower.events.count == PerfDataFile(bytes: bytes).events.count)
    }
  }

  @Test(
    "A pipe gives its records as they come, whatever the chunks",
    arguments: 1...20 as ClosedRange<UInt64>)
  func pipe(seed: UInt64) throws {
    for bytes in Self.files() {
      var ends: [Int32] = [0, 0]
      try #require(Glibc.pipe(&ends) == 0)
      let (input, output) = (ends[1], ends[0])
      defer { close(output) }
      let chunks = Self.chunks(bytes, seed: seed, atMost: 90)
      let writer: @Sendable () -> Void = {
        for chunk in chunks {
          _ = write(input, chunk, chunk.count)
          sched_yield()
        }
        close(input)
      }
      let seen = try Self.beside(writer) {
        var follower = try RecordFollower(descriptor: output)
        defer { #expect(follower.end == .finished) }
        return try Self.read(&follower)
      }
      #expect(try seen == Self.read(bytes), "seed \(seed)")
    }
  }

  @Test(
    "A file that grows is read to its end, which its header tells last",
    arguments: [ByteOrder.littleEndian, .bigEndian])
  func growing(order: ByteOrder) throws {
    let bytes = DamageTests.rich(order).file()
    let expected = try Self.read(bytes)
    let folder = TemporaryFolder()
    let path = try folder.write([], as: "perf.data")
    // As a recorder does it: the size is 0 up to the end, the features come
    // behind the records, and then the header is written again.
    var unfinished = bytes
    unfinished.replaceSubrange(48..<56, with: repeatElement(0, count: 8))
    let chunks = Self.chunks(unfinished, seed: 7, atMost: 100)
    let writer: @Sendable () -> Void = {
      let descriptor = open(path, O_WRONLY)
      for chunk in chunks {
        _ = write(descriptor, chunk, chunk.count)
        usleep(3000)
      }
      usleep(50_000)
      _ = pwrite(descriptor, bytes, 104, 0)
      close(descriptor)
    }
    let seen = try Self.beside(writer) {
      var follower = try RecordFollower(path: path)
      defer { #expect(follower.end == .finished) }
      return try Self.read(&follower)
    }
    #expect(seen == expected)
  }

  @Test("A recorder that says nothing more ends the loop when patience runs out")
  func silent() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    builder.record(9) { $0.u64(2) }
    let bytes = Array(builder.file(dataSize: 0).dropLast(3))
    let folder = TemporaryFolder()
    let path = try folder.write(bytes, as: "perf.data")
    var follower = try RecordFollower(path: path, patience: 60)
    #expect(try follower.next()?.sample?.instructionPointer == 1)
    #expect(try follower.next() == nil)
    #expect(follower.end == .silent)
    #expect(try follower.next() == nil)
  }

  @Test("The caller ends the loop when it waits")
  func stopped() throws {
    var ends: [Int32] = [0, 0]
    try #require(Glibc.pipe(&ends) == 0)
    defer {
      close(ends[0])
      close(ends[1])
    }
    var follower = try RecordFollower(descriptor: ends[0], shouldStop: { true })
    #expect(try follower.next() == nil)
    #expect(follower.end == .stopped)
  }

  @Test("Bytes behind the records that are neither records nor features are a fault")
  func garbage() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    let folder = TemporaryFolder()
    let path = try folder.write(
      builder.file(dataSize: 0) + [UInt8](repeating: 0, count: 64), as: "perf.data")
    var follower = try RecordFollower(path: path)
    #expect(try follower.next()?.sample?.instructionPointer == 1)
    let error = #expect(throws: PerfDataError.self) { try Self.read(&follower) }
    #expect(error?.code == .invalidSize)
    #expect(try follower.next() == nil)
  }

  @Test("What is no recording is refused with its first bytes")
  func noRecording() throws {
    var ends: [Int32] = [0, 0]
    try #require(Glibc.pipe(&ends) == 0)
    defer {
      close(ends[0])
      close(ends[1])
    }
    _ = write(ends[1], "hello, world", 12)
    var follower = try RecordFollower(descriptor: ends[0])
    let error = #expect(throws: PerfDataError.self) { try Self.read(&follower) }
    #expect(error?.code == .notPerfData)
  }

  @Test("A pipe that is cut gives everything in front of the cut, and then the fault")
  func cut() throws {
    let bytes = DamageTests.rich(.littleEndian).pipe()
    for count in 0..<bytes.count {
      var ends: [Int32] = [0, 0]
      try #require(Glibc.pipe(&ends) == 0)
      defer { close(ends[0]) }
      _ = write(ends[1], bytes, count)
      close(ends[1])
      var follower = try RecordFollower(descriptor: ends[0])
      var seen = 0
      var expected = 0
      do {
        while try follower.next() != nil { seen += 1 }
      } catch {
        #expect(error.code == .truncated || error.code == .notPerfData, "cut at \(count)")
      }
      if count >= 16 {
        let file = try PerfDataFile(bytes: Array(bytes[..<count]))
        var records = file.records()
        do { while try records.next() != nil { expected += 1 } } catch {}
      }
      #expect(seen == expected, "cut at \(count)")
    }
  }

  @Test("An asynchronous sequence gives copies of the records")
  func asynchronous() async throws {
    let folder = TemporaryFolder()
    for bytes in Self.files() {
      let path = try folder.write(bytes, as: "perf.data")
      var seen: [Seen] = []
      for try await record in FollowedRecords(path: path, patience: 50) {
        seen.append(Seen(record.view))
      }
      #expect(try seen == Self.read(bytes))
    }
  }

  @Test("Cancelling the task ends the sequence")
  func cancelled() async throws {
    let folder = TemporaryFolder()
    let path = try folder.write([], as: "perf.data")
    let task = Task {
      var count = 0
      for try await _ in FollowedRecords(path: path) { count += 1 }
      return count
    }
    try await Task.sleep(nanoseconds: 50_000_000)
    task.cancel()
    #expect(try await task.value == 0)
  }

  @Test(
    "A stream tells its tracepoints and late names as they come",
    arguments: [
      ByteOrder.littleEndian, .bigEndian,
    ])
  func tracepoints(order: ByteOrder) throws {
    var builder = PerfDataBuilder(order)
    for id in [300, 400] as [UInt64] {
      builder.event([.identifier, .raw], identifiers: [id]) {
        $0.type = .tracepoint
        $0.config = id
      }
    }
    builder.record(9) { body in
      body.u64(300)
      body.u32(4, 0)
    }
    let blob = TracepointSamples.someTracingData(order).bytes
    builder.record(66, size: 16) { body in
      let padded = (blob.count + 7) / 8 * 8
      body.u32(UInt32(padded), 0)
      body.raw(blob + [UInt8](repeating: 0, count: padded - blob.count))
    }
    builder.record(9) { body in
      body.u64(300)
      body.u32(4, 0)
    }
    builder.record(78) { body in
      body.u64(2, 400)
      body.text("mine")
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.pipe(), as: "live.data")
    var follower = try RecordFollower(path: path, patience: 0)
    var names: [[String]] = []
    var known: [Bool] = []
    while let kind = try follower.next()?.kind {
      guard kind == .sample || kind == .eventUpdate else { continue }
      names.append(follower.events.map(\.name))
      known.append(follower.tracingData?[400]?.name == "irq_one")
    }
    #expect(known == [false, true, true])
    #expect(names.suffix(2) == [["sched:sched_one", "irq:irq_one"], ["sched:sched_one", "mine"]])
  }

  @Test(
    "Real recordings come through a pipe as they lie in the file",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: SharedData.rows)
  func real(row: SharedData.Row) throws {
    guard !row.path.hasSuffix("threads_dir.data") else { return }
    let folder = TemporaryFolder()
    let bytes = try SharedData.bytes(row.path)
    guard let expected = try? Self.read(bytes), let first = expected.first else { return }
    let path = try folder.write(bytes, as: "perf.data")
    for name in ["-", path] {
      let cat = Process()
      cat.executableURL = URL(fileURLWithPath: "/bin/cat")
      cat.arguments = [path]
      let pipe = Pipe()
      cat.standardOutput = pipe
      if name == "-" { try cat.run() }
      var follower =
        name == "-"
        ? try RecordFollower(descriptor: pipe.fileHandleForReading.fileDescriptor)
        : try RecordFollower(path: path, patience: 0)
      if name == "-" { try? pipe.fileHandleForWriting.close() }
      if let record = try follower.next() {
        #expect(Seen(record) == first)
      } else {
        Issue.record("no record")
      }
      #expect(try Self.read(&follower) == Array(expected.dropFirst()))
      if name == "-" { cat.terminate() }
    }
  }
}
