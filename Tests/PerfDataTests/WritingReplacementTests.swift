import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("A file that gets its name when it is finished")
struct WritingReplacementTests {
  private let folder = TemporaryFolder()

  private func begin(_ path: String) throws -> PerfDataWriter {
    var writer = try PerfDataWriter(to: .replacement(path))
    try writer.add(WritingGapTests.event([]))
    try writer.append(SampleValues())
    try writer.flush()
    return writer
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.file(".")).sorted() }
  }

  @Test("It stands in place of an earlier one as soon as it is finished, and not before")
  func finished() throws {
    let path = try folder.write([1, 2, 3], as: "perf.data")
    let writer = try begin(path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
    try writer.finish()
    #expect(Summary(try PerfDataFile(path: path)).samples == 1)
    #expect(try names == ["perf.data"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test("A writer that is not finished leaves nothing, and an earlier file as it was")
  func abandoned() throws {
    let path = try folder.write([1, 2, 3], as: "perf.data")
    _ = try begin(path)
    _ = try begin(folder.file("new.data"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data([1, 2, 3]))
    #expect(try names == ["perf.data"])
  }

  @Test("A symbolic link stays, and what it points at is replaced while it is read")
  func link() throws {
    let path = folder.file("perf.data")
    try begin(path).finish()
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "perf.data")
    let file = try PerfDataFile(path: path)
    try SampleStripping([.raw]).write(file, to: .replacement(link))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "perf.data")
    #expect(Summary(try PerfDataFile(path: path)).samples == 1)
    #expect(try names == ["link", "perf.data"])
  }

  @Test("What is no regular file is written to at once")
  func special() throws {
    try begin("/dev/null").finish()
    #expect(throws: PerfDataError.self) { try begin("/dev/full").finish() }
    #expect(throws: PerfDataError.self) { _ = try begin(folder.file(".")) }
  }

  @Test("A path that cannot be has a reason", arguments: ["", "/nowhere/x"])
  func refused(path: String) {
    let error = #expect(throws: PerfDataError.self) { _ = try begin(path) }
    #expect(error?.code == .unwritable)
  }
}
