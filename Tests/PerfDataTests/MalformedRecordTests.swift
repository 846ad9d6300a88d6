import PerfData
import PerfEvent
import Testing

@Suite("Records whose fields do not fit in them")
struct MalformedRecordTests {
  @Test(
    "Every kind too small for its fields is malformed, and the next one is read", arguments: 1...86)
  func tooSmall(kind: Int) throws {
    let frames: Set<Int> = [9, 66, 68, 71, 81, 82, 83]
    if frames.contains(kind) { return }
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(UInt32(kind)) { _ in }
    builder.record(9) { $0.u64(1) }
    let file = try PerfDataFile(bytes: builder.file())
    let summary = Summary(file)
    #expect(summary.samples == 1)
    #expect(summary.fault == nil)
  }

  static let impossible: [(kind: UInt32, words: [UInt64])] = [
    (16, [0, 1 << 60]), (22, [0, .max]), (69, [.max / 32]), (73, [3]), (75, [1 << 61]),
    (20, [0, 0xffff_ffff]),
  ]

  @Test("Counts beyond the record are malformed", arguments: impossible)
  func counts(kind: UInt32, words: [UInt64]) throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer], flags: [])
    builder.record(kind) { body in for word in words { body.u64(word) } }
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    guard let record = try records.next() else { return wrongKind() }
    guard case .malformed(let error) = record.content else { return wrongKind() }
    #expect(error.code == .invalidSize)
    #expect(error.offset == record.offset)
  }
}

/// Notes that a record is not of the kind that was built.
private func wrongKind() {
  Issue.record("the record has another kind or form than it was built with")
}
