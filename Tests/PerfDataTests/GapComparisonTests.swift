import Foundation
import PerfData
import PerfEvent
import Testing

/// Forms of recordings that no given file has, made here and shown by perf and by us.
@Suite(
  "Agreement with perf on forms that are made here", .serialized,
  .enabled(if: Command.perf != nil, "perf is not installed or may not record"))
struct GapComparisonTests {
  /// Checks that both show the same lines, of which there are so many.
  private func compare(
    _ bytes: [UInt8], _ fields: String, count: Int, _ name: String = "", options: [String] = []
  ) throws {
    let folder = TemporaryFolder()
    let path = try folder.write(bytes, as: "made.data")
    try compare(path: path, fields, count: count, name, options: options)
  }

  private func compare(
    path: String, _ fields: String, count: Int?, _ name: String = "", options: [String] = []
  ) throws {
    let perf = try #require(Command.perf)
    let theirs = try perf.run(["script", "-f", "-i", path, "-F", fields] + options)
    let ours = try Command.dump.run([path, "--samples", "-F", fields])
    let lines = theirs.text.split(separator: "\n")
    if let count { #expect(lines.count == count, "\(name) perf: \(theirs.errors)") }
    #expect(!lines.isEmpty)
    let found = ours.text.split(separator: "\n")
    let difference = zip(found, lines).first { $0 != $1 }
    #expect(found.count == lines.count, "\(name) \(ours.errors)")
    if let difference { Issue.record("\(name): '\(difference.0)' is not '\(difference.1)'") }
  }

  private static let fields: SampleFields = [
    .identifier, .instructionPointer, .thread, .time, .cpu, .period,
  ]

  private static func sample(
    _ builder: inout PerfDataBuilder, _ number: UInt64, time: UInt64, identifier: UInt64 = 5,
    flags: UInt16 = 2
  ) {
    builder.record(9, flags: flags) { body in
      body.u64(identifier, 0x1000 + number)
      body.u32(10, 11)
      body.u64(time)
      body.u32(UInt32(number % 2), 0)
      body.u64(number + 1)
    }
  }

  private static func trailer(_ body: inout ByteWriter, _ time: UInt64, identifier: UInt64 = 5) {
    body.u32(10, 11)
    body.u64(time)
    body.u32(0, 0)
    body.u64(identifier)
  }

  private static func comm(_ builder: inout PerfDataBuilder, _ name: String) {
    builder.record(3) { body in
      body.u32(10, 11)
      body.text(name)
      trailer(&body, 0)
    }
  }

  private static func simple(_ count: Int = 20) -> PerfDataBuilder {
    var builder = PerfDataBuilder()
    builder.event(fields, identifiers: [5])
    comm(&builder, "demo")
    for number in 0..<count {
      sample(&builder, UInt64(number), time: 1000 + UInt64(number) * 1000)
    }
    return builder
  }

  private static let shown = "comm,pid,tid,cpu,time,period,ip"

  @Test("Files of version 1")
  func version1() throws {
    for size in [64, 72, 80, 96, 104] {
      var builder = Self.simple()
      builder.attributeSize = size
      var bytes = builder.file()
      bytes.replaceSubrange(0..<8, with: Array("PERFFILE".utf8))
      try compare(bytes, Self.shown, count: 20, "\(size)")
      // What is written of it has the present version.
      let copy = try PerfDataFile(bytes: bytes).copy(to: .memory)
      try compare(copy, Self.shown, count: 20, "copy \(size)")
    }
  }

  @Test("Attributes of every size that this perf reads")
  func attributeSizes() throws {
    for size in stride(from: 64, through: 128, by: 8) {
      var builder = Self.simple()
      builder.attributeSize = size
      try compare(builder.file(), Self.shown, count: 20, "\(size)")
    }
    // In streams, perf takes larger ones too.
    for size in [64, 104, 128] {
      var builder = Self.simple()
      builder.attributeSize = size
      try compare(builder.pipe(), Self.shown, count: 20, "pipe \(size)")
    }
  }

  @Test("A copy keeps the tail of attributes that are larger than any known")
  func attributeTail() throws {
    for order in [ByteOrder.littleEndian, .bigEndian] {
      for isPipe in [false, true] {
        var builder = PerfDataBuilder(order)
        builder.attributeSize = 152
        builder.event(Self.fields, identifiers: [5])
        Self.sample(&builder, 1, time: 1)
        var bytes = isPipe ? builder.pipe() : builder.file()
        // The last eight bytes belong to a field that nobody knows yet.
        let tail = (isPipe ? 24 : 104) + 144
        bytes.replaceSubrange(tail..<(tail + 8), with: Array(1...8))
        let file = try PerfDataFile(bytes: bytes)
        #expect(file.events[0].attributeSize == 152)
        let copy = try file.copy(to: .memory)
        let start = copy.firstRange(of: [UInt8](1...8))
        #expect(start != nil)
        #expect(try PerfDataFile(bytes: copy).events == file.events)
        #expect(try Summary(PerfDataFile(bytes: copy)).samples == 1)
      }
    }
  }

  @Test("Records that come more than two rounds late")
  func late() throws {
    var builder = PerfDataBuilder()
    builder.event(Self.fields, identifiers: [5])
    Self.comm(&builder, "demo")
    for round in 0..<8 {
      for number in 0..<6 {
        let time = UInt64(10_000 * (round + 1) + 1000 * (7 * number % 6))
        Self.sample(&builder, UInt64(round * 10 + number), time: time)
      }
      // Later by one round, by two, by three and more than the marks promise.
      if round > 2 {
        for back in 1...3 {
          let time = UInt64(10_000 * (round - back) + 500)
          Self.sample(&builder, UInt64(200 + round * 10 + back), time: time)
        }
      }
      builder.record(68) { _ in }
    }
    let bytes = builder.file()
    try compare(bytes, Self.shown, count: 63)
    let file = try PerfDataFile(bytes: bytes)
    var rounds = file.records(in: .rounds)
    while try rounds.next() != nil {}
    #expect(rounds.lateRecords > 5)
    var times: [UInt64] = []
    var sorted = file.records(in: .time)
    while let record = try sorted.next() {
      if record.kind == .sample { times.append(record.time ?? 0) }
    }
    #expect(times.count == 63 && times == times.sorted())
  }

  @Test("The modes of guests, and identifiers of 0")
  func guests() throws {
    var builder = Self.simple(0)
    for (mode, name) in [
      (4, "[guest.kernel.kallsyms.10]_text"), (1, "[kernel.kallsyms]_text"),
    ] {
      builder.record(1, flags: UInt16(mode)) { body in
        body.u32(mode == 4 ? 10 : .max, mode == 4 ? 10 : .max)
        body.u64(0xffff_ffff_8100_0000, 0x1000, 0xffff_ffff_8100_0000)
        body.text(name)
        Self.trailer(&body, 0)
      }
    }
    for mode in 0...5 {
      let time = 1000 * UInt64(mode + 1)
      Self.sample(&builder, UInt64(mode), time: time, flags: UInt16(mode))
    }
    // What a recorder made up has the identifier 0 and belongs to the first event.
    Self.sample(&builder, 9, time: 9000, identifier: 0)
    // Without this option, perf hides guests; it knows no name of their threads.
    try compare(
      builder.file(), "pid,time,period,ip,misc", count: 7,
      options: ["--guestkallsyms", "/dev/null"])
  }

  @Test("Attributes and identifiers behind the records")
  func attributesBehind() throws {
    let bytes = Self.simple().file()
    // Header, one attribute with its section, one identifier, and the records.
    let attribute = Array(bytes[104..<248])
    let data = Array(bytes[256...])
    var writer = ByteWriter()
    writer.raw(Array(bytes[..<24]))
    writer.u64(UInt64(104 + data.count), 144, 104, UInt64(data.count))
    writer.raw(Array(bytes[56..<104]) + data)
    var entry = ByteWriter()
    entry.raw(Array(attribute[..<128]))
    entry.u64(UInt64(104 + data.count + 144), 8)
    writer.raw(entry.bytes)
    writer.u64(5)
    let file = try PerfDataFile(bytes: writer.bytes)
    #expect(file.faults.isEmpty && file.events[0].identifiers == [5])
    try compare(writer.bytes, Self.shown, count: 20)
    // perf's order is that of what is written.
    let isSame = try file.copy(to: .memory).count == bytes.count
    #expect(isSame)
    try compare(try file.copy(to: .memory), Self.shown, count: 20)
  }

  @Test("Samples with a field that nobody knows yet")
  func laterField() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .time, SampleFields(rawValue: 1 << 40)])
    for number in 1...4 as ClosedRange<UInt64> { builder.record(9) { $0.u64(number, number, 77) } }
    let file = try PerfDataFile(bytes: builder.file())
    #expect(Summary(file).pointerSum == 10)
    let copy = try PerfDataFile(bytes: try file.copy(to: .memory))
    #expect(copy.events == file.events && Summary(copy).pointerSum == 10)
  }

  @Test("Pieces of the AUX area between the samples of a stream")
  func auxTraces() throws {
    for order in [ByteOrder.littleEndian, .bigEndian] {
      var builder = PerfDataBuilder(order)
      builder.event(Self.fields, identifiers: [5])
      let payload = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
      for number in 0..<3 {
        builder.record(71, size: 48) { body in
          body.u64(UInt64(payload.count), UInt64(number) * 8, 3)
          body.u32(0, 11, 0, 0)
          body.raw(payload)
        }
        Self.sample(&builder, UInt64(number), time: 1000 * UInt64(number + 1))
      }
      let file = try PerfDataFile(bytes: builder.pipe())
      var records = file.records()
      var payloads = 0
      var samples = 0
      while let record = try records.next() {
        if case .auxTrace(let trace) = record.content {
          let isSame = Array(copying: trace.data) == payload
          #expect(isSame)
          payloads += 1
        } else if record.sample?.instructionPointer == 0x1000 + UInt64(samples) {
          samples += 1
        }
      }
      #expect(payloads == 3 && samples == 3)
      // A file gets the list of them as a feature, and gives the same stream back.
      var options = WriterOptions(like: file)
      options.mode = .file
      let whole = try PerfDataFile(bytes: try file.convert(to: .memory, options: options))
      #expect(try whole.auxTraceIndex?.map(\.size) == [48, 48, 48])
      let merge = RecordingMerge()
      try merge.add(whole)
      let union = try PerfDataFile(bytes: try merge.write(to: .memory))
      #expect(try union.auxTraceIndex?.map(\.size) == [48, 48, 48])
      #expect(Summary(union, ignoresForm: true).samples == 3)
    }
  }

  @Test("Packed records that are larger than a piece, and many that share one")
  func packed() throws {
    for form in [RecordCompression.Form.compressed, .compressed2] {
      var options = WriterOptions()
      options.compression = RecordCompression(form: form)
      var writer = try PerfDataWriter(to: .memory, options: options)
      try writer.add(WritingGapTests.event([.instructionPointer, .raw]))
      var sample = SampleValues()
      sample.thread = WritingGapTests.thread
      for number in 0..<40 {
        sample.time = UInt64(number + 1) * 1000
        sample.instructionPointer = UInt64(number)
        let size = [10, 65_400, 30_000, 64_001, 7][number % 5]
        sample.rawData = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ number) }
        try writer.append(sample)
      }
      let bytes = try writer.finish()
      #expect(Summary(try PerfDataFile(bytes: bytes)).samples == 40)
      // perf 6.1 does not know the second form.
      if form == .compressed { try compare(bytes, "pid,tid,time,ip", count: 40) }
    }
  }

  @Test("A packed directory, recorded on the spot")
  func directory() throws {
    let perf = try #require(Command.perf)
    let folder = TemporaryFolder()
    let path = folder.file("threads.data")
    let recorded = try perf.run([
      "record", "-q", "--threads", "-z", "-e", "cpu-clock", "-F", "2999", "-a", "-o", path, "--",
      "sh", "-c", "i=0; while [ $i -lt 30000 ]; do i=$((i+1)); done",
    ])
    guard recorded.status == 0 else { try Test.cancel("perf refused: \(recorded.errors)") }
    let fields = "comm,pid,tid,cpu,time,event,period,ip"
    try compare(path: path, fields, count: nil)
    let file = try PerfDataFile(path: path)
    #expect(try file.directoryVersion == 1)
    let expected = try perf.run(["script", "-f", "-i", path, "-F", fields]).text
    for mode in [FileMode.file, .pipe] {
      for compression in [nil, RecordCompression()] {
        var options = WriterOptions(like: file)
        options.mode = mode
        options.compression = compression
        let one = folder.file("one.data")
        try file.convert(to: .path(one), options: options)
        let found = try perf.run(["script", "-f", "-i", one, "-F", fields])
        let isSame = found.text == expected
        #expect(isSame, "\(mode) \(compression != nil): \(found.errors)")
        #expect(try perf.run(["report", "--stats", "-f", "-i", one]).status == 0)
      }
    }
  }

  @Test("Identifiers of guests, from the writer")
  func guestIdentifiers() throws {
    let entries = [
      IDIndexRecord.Entry(
        identifier: 7, index: 0, cpu: 0, thread: -1, machineProcess: 0, virtualCPU: 0),
      IDIndexRecord.Entry(
        identifier: 8, index: 1, cpu: 1, thread: -1, machineProcess: 777, virtualCPU: 3),
    ]
    for order in [ByteOrder.littleEndian, .bigEndian] {
      let event = WritingGapTests.event([.cpu], identifiers: [7, 8])
      let bytes = try WritingGapTests.write(order, [event]) { writer in
        try writer.append(.idIndex(entries))
      }
      let file = try PerfDataFile(bytes: bytes)
      let state = RecordingState(reading: file)
      #expect(state.events.place(ofIdentifier: 8)?.machine == 777)
      #expect(state.events.place(ofIdentifier: 8)?.virtualCPU == 3)
      #expect(state.processes.machine(ofIdentifier: 8) == 777)
      guard order == .native else { continue }
      let folder = TemporaryFolder()
      let path = try folder.write(bytes, as: "guests.data")
      let perf = try #require(Command.perf)
      let text = try perf.run(["report", "-D", "-f", "-i", path]).text
      #expect(text.contains("machine_pid: 777"), "\(text.suffix(600))")
      #expect(text.contains("vcpu: 3"))
    }
  }
}
