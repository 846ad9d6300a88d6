import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("The example edit-perfdata")
struct EditingCommandTests {
  static let edit = Command(
    path: Command.dump.path.replacingOccurrences(of: "dump-perfdata", with: "edit-perfdata"))

  private func recording() throws -> [UInt8] {
    try WritingGapTests.write(.native, [WritingGapTests.event([.callchain])]) { writer in
      var sample = SampleValues()
      sample.callchain = [1, 2, 3]
      for time in 100..<110 {
        sample.time = UInt64(time)
        sample.thread = ThreadID(process: Int32(time % 2), thread: 1)
        try writer.append(sample)
      }
    }
  }

  private func samples(_ arguments: String, input: [UInt8]) throws -> (Int, Int, FileMode) {
    let words = arguments.split(separator: " ").map(String.init)
    let outcome = try Self.edit.run(words + ["-i", "-"], input: Data(input))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = try PerfDataFile(bytes: [UInt8](outcome.output))
    let summary = Summary(file)
    return (summary.samples, summary.frames, file.header.mode)
  }

  @Test("Every command does its work from standard input to standard output")
  func commands() throws {
    let bytes = try recording()
    let window = "filter --time 0.000000103,0.000000106 --cpu 0-3"
    #expect(try samples(window, input: bytes) == (4, 12, .pipe))
    #expect(try samples("filter --pid 1 --event demo", input: bytes) == (5, 15, .pipe))
    #expect(try samples("strip --fields callchain,raw", input: bytes) == (10, 0, .pipe))
    #expect(try samples("compress --form 2 --level 5", input: bytes) == (10, 30, .pipe))
    #expect(try samples("decompress", input: bytes) == (10, 30, .pipe))
    #expect(try samples("convert --to pipe", input: bytes) == (10, 30, .pipe))
    #expect(try samples("anonymise", input: bytes) == (10, 30, .pipe))
    #expect(try samples("build-ids --add 0102ff=/bin/x", input: bytes) == (10, 30, .pipe))
    let cut = Array(bytes[..<(bytes.count / 2)])
    #expect(try samples("repair", input: cut).0 > 0)
  }

  @Test("Files are merged into a file")
  func merge() throws {
    let folder = TemporaryFolder()
    let one = try folder.write(try recording(), as: "one.data")
    let two = try folder.write(try recording(), as: "two.data")
    let all = folder.file("all.data")
    let outcome = try Self.edit.run(["merge", one, two, "-o", all])
    #expect(outcome.status == 0)
    let file = try PerfDataFile(path: all)
    #expect(Summary(file).samples == 20)
    #expect(file.events.count == 2)
  }

  @Test(
    "Wrong arguments have status 2, and a reason",
    arguments: [
      "", "wish", "filter --time 5,3", "filter --pid x", "strip", "strip --fields soul",
      "convert --to stone", "build-ids", "build-ids --add 1=/x", "merge", "compress --level 99",
      "filter extra", "strip --fields callchain --pid 1", "anonymise --time 1,2",
      "filter --level 3", "strip --fields callchain,,raw", "filter --event none",
    ])
  func usage(arguments: String) throws {
    let words = arguments.split(separator: " ").map(String.init)
    let outcome = try Self.edit.run(words + ["-i", "-"], input: Data(try recording()))
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("edit-perfdata: "))
    #expect(outcome.output.isEmpty)
  }

  @Test("What cannot be read or written has status 1")
  func failures() throws {
    #expect(try Self.edit.run(["decompress", "-i", "/nowhere"]).status == 1)
    #expect(try Self.edit.run(["decompress", "-i", "-"], input: Data("text".utf8)).status == 1)
    let refused = try Self.edit.run(
      ["decompress", "-i", "-", "-o", "/nowhere/x"], input: Data(try recording()))
    #expect(refused.status == 1)
    #expect(refused.errors.contains("cannot write /nowhere/x"))
  }

  @Test("A recording is rewritten under its own name, or stays as it was")
  func inPlace() throws {
    let folder = TemporaryFolder()
    let bytes = try recording()
    let path = try folder.write(bytes, as: "one.data")
    let strip = ["strip", "--fields", "callchain", "-i", path, "-o", path]
    #expect(try Self.edit.run(strip).status == 0)
    #expect(Summary(try PerfDataFile(path: path)).frames == 0)
    let half = Data(bytes.prefix(bytes.count / 2))
    let cut = try folder.write([UInt8](half), as: "cut.data")
    #expect(try Self.edit.run(["decompress", "-i", cut, "-o", cut]).status == 1)
    let isKept = try Data(contentsOf: URL(fileURLWithPath: cut)) == half
    #expect(isKept)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("."))
    #expect(names.sorted() == ["cut.data", "one.data"])
  }

  @Test("A file that cannot be merged is named")
  func mergeFault() throws {
    let folder = TemporaryFolder()
    let one = try folder.write(try recording(), as: "one.data")
    let two = try folder.write(Array("text".utf8), as: "two.data")
    let outcome = try Self.edit.run(["merge", one, two, "-o", folder.file("all.data")])
    #expect(outcome.status == 1)
    #expect(outcome.errors == "edit-perfdata: \(two): not a perf.data file: it has 4 bytes\n")
  }
}
