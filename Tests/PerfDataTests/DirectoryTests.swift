import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("Recordings that are directories")
struct DirectoryTests {
  /// A directory with a main file of one record and parts of bare records.
  private func directory(_ parts: [Int: [UInt8]]) throws -> TemporaryFolder {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    builder.feature(.directoryFormat) { $0.u64(1) }
    let folder = TemporaryFolder()
    _ = try folder.write(builder.file(), as: "data")
    for (number, bytes) in parts { _ = try folder.write(bytes, as: "data.\(number)") }
    return folder
  }

  private func sample(_ pointer: UInt64) -> [UInt8] {
    var builder = PerfDataBuilder()
    builder.record(9) { $0.u64(pointer) }
    return builder.records[0]
  }

  @Test("The parts follow the main file in the order of their numbers")
  func order() throws {
    let folder = try directory([
      10: sample(5), 2: sample(3) + sample(4), 0: sample(2), 1: [],
    ])
    let file = try PerfDataFile(path: folder.file(""))
    #expect(try file.directoryVersion == 1)
    var records = file.records()
    var pointers: [UInt64] = []
    var parts: [Int] = []
    while let record = try records.next() {
      pointers.append(record.sample?.instructionPointer ?? 0)
      parts.append(record.part)
    }
    #expect(pointers == [1, 2, 3, 4, 5])
    #expect(parts == [0, 1, 3, 3, 4])
  }

  @Test("Damage in a part is reported with the part and the offset in it")
  func damage() throws {
    let folder = try directory([0: sample(2), 1: sample(3) + sample(4).dropLast(3)])
    let file = try PerfDataFile(path: folder.file(""))
    let summary = Summary(file)
    #expect(summary.samples == 3)
    #expect(summary.fault?.code == .truncated)
    #expect(summary.fault?.part == 2)
    #expect(summary.fault?.offset == 16)
    #expect(summary.fault?.description.contains("offset 0x10 of data.1") == true)
  }

  @Test("A directory without a main file is refused with the path of what is missing")
  func noMainFile() {
    let folder = TemporaryFolder()
    let error = #expect(throws: PerfDataError.self) {
      _ = try PerfDataFile(path: folder.file("."))
    }
    #expect(error?.code == .inaccessible)
    #expect(error?.subject.hasSuffix("/data") == true)
  }
}
