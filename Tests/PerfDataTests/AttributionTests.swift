import PerfData
import PerfEvent
import Testing

@Suite("The event of a record")
struct AttributionTests {
  private func indices(_ builder: PerfDataBuilder) throws -> [Int] {
    let file = try PerfDataFile(bytes: builder.file())
    var records = file.records()
    var indices: [Int] = []
    while let record = try records.next() { indices.append(record.eventIndex) }
    return indices
  }

  @Test(
    "Samples and others are found by identifier",
    arguments: [
      [UInt64(10), 11, 12], [1, 1 << 40, 1 << 62], [.max, 3, 1 << 50],
    ])
  func byIdentifier(identifiers: [UInt64]) throws {
    for fields in [SampleFields.identifier, .id] {
      var builder = PerfDataBuilder()
      for identifier in identifiers {
        builder.event([fields, .instructionPointer, .time], identifiers: [identifier])
      }
      for identifier in identifiers {
        builder.record(9) { body in
          fields == .identifier ? body.u64(identifier, 1, 2) : body.u64(1, 2, identifier)
        }
        builder.record(3) { body in
          body.u32(1, 1)
          body.text("a")
          body.u64(2, identifier)
        }
      }
      #expect(try indices(builder) == [0, 0, 1, 1, 2, 2])
    }
  }

  @Test("Identifier 0 is the first event, an unknown one none")
  func special() throws {
    var builder = PerfDataBuilder()
    builder.event([.identifier], identifiers: [10])
    builder.event([.identifier], identifiers: [11])
    builder.record(9) { $0.u64(0) }
    builder.record(9) { $0.u64(99) }
    builder.record(9) { $0.u64(11) }
    #expect(try indices(builder) == [0, -1, 1])
    let file = try PerfDataFile(bytes: builder.file())
    let summary = Summary(file)
    #expect(summary.samples == 2 && summary.malformed == 1)
  }

  @Test("A single event needs no identifier; no event gives none")
  func few() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(0) }
    builder.record(68) { _ in }
    #expect(try indices(builder) == [0, -1])
    builder.events = []
    #expect(try indices(builder) == [-1, -1])
  }

  @Test("Events with different fields are each read in their own way")
  func differentFields() throws {
    var builder = PerfDataBuilder()
    builder.event([.identifier, .instructionPointer, .callchain], identifiers: [10])
    builder.event([.identifier, .instructionPointer, .period], identifiers: [11])
    builder.record(9) { $0.u64(10, 1, 1, 0x50) }
    builder.record(9) { $0.u64(11, 2, 3) }
    let summary = Summary(try PerfDataFile(bytes: builder.file()))
    #expect(summary.frames == 1 && summary.frameSum == 0x50 && summary.periodSum == 3)
  }
}
