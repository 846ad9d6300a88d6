import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("What dump-perfdata says of damage")
struct DumpStatusTests {
  static let views = ["--stats", "--header", "--records", "--samples"]

  @Test("Damage anywhere gives status 1 behind what is there, in every view", arguments: views)
  func oneRule(view: String) throws {
    var builder = DamageTests.rich(.littleEndian)
    let folder = TemporaryFolder()
    let whole = builder.file()
    // Without its last bytes the last feature is cut, the records are whole.
    let cutFeature = try folder.write(Array(whole.dropLast(8)), as: "feature.data")
    let range = try PerfDataFile(bytes: whole).dataRange
    let cutRecords = try folder.write(Array(whole[..<(range.upperBound - 60)]), as: "records.data")
    for path in [cutFeature, cutRecords] {
      for form in [[], ["--json"]] {
        let outcome = try Command.dump.run([path, view] + form)
        #expect(outcome.status == 1)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("dump-perfdata: the data end within the "))
        let lines = outcome.errors.split(separator: "\n")
        #expect(Set(lines).count == lines.count, "\(outcome.errors)")
      }
    }
    // A sample that does not fit is damage in one view that shows it.
    builder.record(9) { $0.u64(5) }
    let malformed = try folder.write(builder.file(), as: "malformed.data")
    let seen = ["--records", "--samples"].contains(view)
    #expect(try Command.dump.run([malformed, view]).status == (seen ? 1 : 0))
  }

  @Test("The JSON of a header tells of a feature that is cut")
  func headerJSON() throws {
    let folder = TemporaryFolder()
    let bytes = DamageTests.rich(.littleEndian).file()
    let path = try folder.write(Array(bytes.dropLast(8)), as: "feature.data")
    for view in ["--header", "--stats"] {
      let text = try Command.dump.run([path, view, "--json"]).text
      #expect(
        text.contains(#""damage":"the data end within the feature PMU_MAPPINGS at"#), "\(text)")
    }
  }

  @Test("Many faults are counted behind the first ten")
  func manyFaults() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    for number in 3...20 {
      builder.feature(HeaderFeature(rawValue: UInt32(number))) { $0.sized("x") }
    }
    let bytes = builder.file()
    let folder = TemporaryFolder()
    let path = try folder.write(Array(bytes.dropLast(18 * 68)), as: "features.data")
    let outcome = try Command.dump.run([path])
    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.last == "dump-perfdata: 8 more faults")
  }

  @Test("The bytes that are there of a cut feature are those behind its offset")
  func available() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    for _ in 0..<200 { builder.record(9) { $0.u64(1) } }
    builder.feature(.hostname) { $0.sized(String(repeating: "h", count: 1000)) }
    let whole = builder.file()
    let section = try #require(try PerfDataFile(bytes: whole).features.first).section
    let file = try PerfDataFile(bytes: Array(whole.dropLast(300)))
    #expect(file.faults.count == 1)
    #expect(file.faults[0].value == section.size)
    #expect(file.faults[0].limit == section.size - 300)
    #expect(
      file.faults[0].description.hasSuffix(
        "\(section.size) bytes needed, \(section.size - 300) there"))
    // A feature behind the end has no bytes there at all.
    let shorter = try PerfDataFile(bytes: Array(whole.dropLast(Int(section.size) + 4)))
    #expect(shorter.faults.map(\.limit).max() == 12)
  }

  @Test("The bytes that are there of a cut section of attributes are those behind its offset")
  func attributes() {
    var builder = PerfDataBuilder()
    for _ in 0..<3 { builder.event([.instructionPointer]) }
    let error = #expect(throws: PerfDataError.self) {
      _ = try PerfDataFile(bytes: Array(builder.file()[..<204]))
    }
    #expect(error?.subject == "attribute section")
    #expect(error?.value == 3 * 144 && error?.limit == 100)
  }

  @Test("A file that is being written is called unfinished, and is no damage", arguments: views)
  func unfinished(view: String) throws {
    var builder = DamageTests.rich(.littleEndian)
    builder.features = []
    var bytes = builder.file(dataSize: 0)
    bytes[72] = 0xfc
    let folder = TemporaryFolder()
    let path = try folder.write(bytes, as: "growing.data")
    let outcome = try Command.dump.run([path, view])
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "the file is unfinished: the recorder is still writing or was stopped"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test("The help states the rule of the status")
  func help() throws {
    let text = try Command.dump.run(["--help"]).text
    #expect(text.contains("The status is 1 if\nany damage was seen"))
  }
}
