import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("Reading and writing again")
struct WritingRoundTripTests {
  static let whole: [SharedData.Row] = SharedData.rows.filter { row in
    !row.path.contains("damaged/") && row.columns[1] != "directory"
  }

  @Test(
    "A copy has the same records, features and events, byte for byte",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED does not name the data"),
    arguments: whole)
  func copy(row: SharedData.Row) throws {
    let original = try SharedData.bytes(row.path)
    let file = try PerfDataFile(bytes: original)
    let copied = try file.copy(to: .memory)
    if file.header.mode == .pipe {
      #expect(copied == original)
      return
    }
    let copy = try PerfDataFile(bytes: copied)
    #expect(copy.events.map(\.attributes) == file.events.map(\.attributes))
    #expect(copy.events.map(\.identifiers) == file.events.map(\.identifiers))
    #expect(copy.events.map(\.name) == file.events.map(\.name))
    #expect(copy.header.attributeSize == file.header.attributeSize)
    #expect(
      Array(copying: copy.bytes.extracting(copy.dataRange))
        == Array(copying: file.bytes.extracting(file.dataRange)))
    #expect(copy.features.map(\.feature) == file.features.map(\.feature))
    for entry in file.features {
      // The places of AUX area records are those in the file itself.
      if entry.feature == .auxTrace && copy.dataRange != file.dataRange { continue }
      #expect(contents(copy, entry.feature) == contents(file, entry.feature))
    }
    #expect(copy.faults == file.faults)
  }

  private func contents(
    _ file: borrowing PerfDataFile, _ feature: HeaderFeature
  ) -> [UInt8]? {
    guard let bytes = file.bytes(of: feature) else { return nil }
    return Array(copying: bytes)
  }

  @Test(
    "A copy through a file is the copy in memory",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED does not name the data"))
  func files() throws {
    let file = try PerfDataFile(path: SharedData.path("generated/perf6.1/multi.data"))
    let folder = TemporaryFolder()
    let path = folder.file("copy.data")
    #expect(try file.copy(to: .path(path)).isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(file.copy(to: .memory)))
    // Under its own name, while it is mapped.
    let mapped = try PerfDataFile(path: path)
    try mapped.copy(to: .path(path))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(file.copy(to: .memory)))
  }

  @Test(
    "Through a stream, the other byte order and compression, everything reads the same",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED does not name the data"),
    arguments: whole)
  func conversions(row: SharedData.Row) throws {
    let file = try PerfDataFile(bytes: try SharedData.bytes(row.path))
    var options = WriterOptions(like: file)
    options.validation = .lenient
    let expected = Decoded(file)
    for mode in [FileMode.file, .pipe] {
      for order in [ByteOrder.bigEndian, .littleEndian] {
        for compression in [nil, RecordCompression(), RecordCompression(form: .compressed2)] {
          options.mode = mode
          options.byteOrder = order
          options.compression = compression
          let bytes = try file.convert(to: .memory, options: options)
          let converted = Decoded(try PerfDataFile(bytes: bytes))
          #expect(converted == expected, "\(mode) \(order)")
        }
      }
    }
  }

  @Test(
    "A recording converted to the other byte order and back has the same bytes",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED does not name the data"),
    arguments: whole)
  func thereAndBack(row: SharedData.Row) throws {
    let file = try PerfDataFile(bytes: try SharedData.bytes(row.path))
    var options = WriterOptions(like: file)
    options.mode = .file
    options.validation = .lenient
    let plain = try PerfDataFile(bytes: try file.convert(to: .memory, options: options))
    options.byteOrder = .bigEndian
    let there = try PerfDataFile(bytes: try file.convert(to: .memory, options: options))
    options.byteOrder = .littleEndian
    let back = try PerfDataFile(bytes: try there.convert(to: .memory, options: options))
    #expect(
      Array(copying: back.bytes.extracting(back.dataRange))
        == Array(copying: plain.bytes.extracting(plain.dataRange)))
  }
}

/// What a recording tells, without the places of its parts.
struct Decoded: Equatable {
  let attributes: [EventAttributes]
  let identifiers: [[UInt64]]
  let values: Summary

  init(_ file: borrowing PerfDataFile) {
    attributes = file.events.map(\.attributes)
    identifiers = file.events.map(\.identifiers)
    values = Summary(file, ignoresForm: true)
  }
}
