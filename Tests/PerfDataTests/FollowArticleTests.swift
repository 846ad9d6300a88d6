import Glibc
import PerfData
import PerfEvent
import Testing

/// The code of the article "Following a recording", compiled and run.
@Suite("The article about following", .timeLimit(.minutes(1)))
struct FollowArticleTests {
  private let folder = TemporaryFolder()

  private func path(_ bytes: [UInt8]) throws -> String {
    try folder.write(bytes, as: "perf.data")
  }

  @Test("Follow a file")
  func file() throws {
    let path = try path(CountSamplesTests.recording().file())
    var follower = try RecordFollower(path: path)
    var samples = 0
    while let record = try follower.next() {
      if record.sample != nil { samples += 1 }
    }
    #expect(samples == 4 && follower.end == .finished)
  }

  @Test("Follow a pipe")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(Glibc.pipe(&ends) == 0)
    defer { close(ends[0]) }
    let bytes = CountSamplesTests.recording().pipe()
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    var follower = try RecordFollower(descriptor: ends[0])
    var samples = 0
    while let record = try follower.next() {
      if record.sample != nil { samples += 1 }
    }
    #expect(samples == 4 && follower.events.count == 1)
  }

  @Test("Know why it ended")
  func silence() throws {
    let path = try path(CountSamplesTests.recording().file(dataSize: 0))
    var turns = 0
    func goesOn() -> Bool {
      turns += 1
      return turns < 2
    }
    var kinds: [RecordKind] = []
    var follower = try RecordFollower(path: path, patience: 50)
    repeat {
      while let record = try follower.next() { kinds.append(record.kind) }
    } while follower.end == .silent && goesOn()
    #expect(kinds.count == 6 && turns == 2 && follower.end == .silent)
  }

  @Test("Know names and modules")
  func state() throws {
    let path = try path(CountSamplesTests.recording().file())
    var names: [String] = []
    var follower = try RecordFollower(path: path)
    var state = RecordingState()
    try state.follow(&follower) { record, state in
      if let sample = record.sample {
        names.append(state.processes.name(of: sample) ?? "?")
      }
      return true
    }
    #expect(names == ["?", "ba\u{1b}sh", "ba\u{1b}sh", "?"])
  }

  @Test("Follow within a task")
  func task() async throws {
    let path = try path(CountSamplesTests.recording().file())
    var times: [UInt64] = []
    for try await record in FollowedRecords(path: path) {
      if let sample = record.view.sample { times.append(sample.time ?? 0) }
    }
    #expect(times == [30, 20, 40, 50])
  }
}
