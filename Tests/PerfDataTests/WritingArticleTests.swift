import PerfData
import PerfEvent
import Testing

/// The code of the article "Writing a Recording", compiled and run.
@Suite("The article about writing")
struct WritingArticleTests {
  @Test("Write a recording")
  func write() throws {
    let folder = TemporaryFolder()
    let path = folder.file("perf.data")
    var attributes = EventAttributes(type: .software, config: 0)
    attributes.samplePeriod = 1_000_000
    attributes.sampleFields = [.identifier, .instructionPointer, .thread, .time, .period]
    attributes.flags = [.sampleIDAll]

    var writer = try PerfDataWriter(to: .path(path))
    let event = try writer.add(
      RecordedEvent(attributes: attributes, identifiers: [7], name: "demo"))
    let thread = ThreadID(process: 42, thread: 42)
    try writer.append(
      .commandName(thread: thread, name: "demo"),
      trailer: RecordTrailer(thread: thread, time: 1))
    var sample = SampleValues()
    sample.thread = thread
    for step: UInt64 in 1...1000 {
      sample.time = step
      sample.instructionPointer = 0x40_0000 + step
      try writer.append(sample, event: event)
    }
    try writer.append(.hostname("machine"))
    try writer.finish()

    let file = try PerfDataFile(path: path)
    #expect(Summary(file).samples == 1000)
    #expect(file.events.map(\.name) == ["demo"])
    #expect(try file.hostname == "machine")
  }

  @Test("Write a recording under its own name")
  func replace() throws {
    let folder = TemporaryFolder()
    let bytes = try WritingGapTests.write(.native, [WritingGapTests.event([])]) { writer in
      try writer.append(SampleValues())
    }
    let path = try folder.write(bytes, as: "perf.data")
    let file = try PerfDataFile(path: path)
    try RecordingFilter().write(file, to: .replacement(path))
    #expect(Summary(try PerfDataFile(path: path)).samples == 1)
    #expect(Summary(file).samples == 1)
  }
}
