import PerfEvent
import Testing

@testable import PerfData

/// Most fields are found by the event's layout alone, others by a walk over the sample.
@Suite("Where the fields of samples lie")
struct SamplePlaceTests {
  @Test(
    "Any two fields lie where a walk finds them, and cut samples are refused when it fails",
    arguments: [
      (ByteOrder.littleEndian, ReadFormat([.group, .id])),
      (ByteOrder.bigEndian, ReadFormat([.id, .lost, .timeEnabled, .timeRunning])),
    ])
  func pairs(order: ByteOrder, format: ReadFormat) throws {
    for (index, first) in VariableField.allCases.enumerated() {
      for second in VariableField.allCases[index...] {
        let fields = first.sampleFields.union(second.sampleFields).subtracting(.weightStructure)
        let bytes = try WritingSampleTests.file(order, fields, format: format)
        #expect(try Self.faults(of: bytes) == 0, "\(first) and \(second)")
      }
    }
  }

  /// Compares the first sample of a file, cut at every half word, with a walk over it.
  private static func faults(of bytes: [UInt8]) throws -> Int {
    let file = try PerfDataFile(bytes: bytes)
    let isSwapped = file.header.byteOrder != .native
    let layouts = file.events.map { SampleLayout($0.attributes) }
    var faults = 0
    var records = file.records()
    while let record = try records.next() {
      guard record.kind == .sample else { continue }
      for size in stride(from: 8, through: record.size, by: 4) {
        let cut = Record(
          bytes: record.bytes.extracting(0..<size), kind: .sample, flags: record.flags,
          size: size, offset: 0, part: 0, eventIndex: 0, isSwapped: isSwapped,
          layout: layouts.span)
        if !isRight(cut, layouts[0]) { faults += 1 }
      }
      return faults
    }
    return -1
  }

  private static func isRight(_ record: borrowing Record, _ layout: SampleLayout) -> Bool {
    var places = VariablePlaces()
    let fits =
      record.size >= Int(layout.fixedEnd)
      && places.find(in: record.bytes, layout, isSwapped: record.isSwapped)
    guard let sample = record.sample else { return !fits }
    guard fits else { return false }
    for field in VariableField.allCases where (sample.place(field) ?? 0) != places[field] {
      return false
    }
    return true
  }
}
