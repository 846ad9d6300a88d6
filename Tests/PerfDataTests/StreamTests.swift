import Foundation
import Glibc
import PerfData
import PerfEvent
import Testing

@Suite("Streams that are no recordings, or have no end", .timeLimit(.minutes(1)))
struct StreamTests {
  /// Calls the body with the reading end of a pipe that holds the bytes.
  private func withPipe(
    _ bytes: [UInt8], isOpen: Bool, _ body: (Int32) throws -> Void
  ) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    if !isOpen { close(ends[1]) }
    defer { if isOpen { close(ends[1]) } }
    try body(ends[0])
  }

  @Test("A stream with wrong first bytes is refused before more is read")
  func magic() throws {
    // The other end stays open: reading on would wait for ever.
    try withPipe(Array("hello, world".utf8), isOpen: true) { descriptor in
      let error = #expect(throws: PerfDataError.self) {
        _ = try PerfDataFile(descriptor: descriptor)
      }
      #expect(error?.code == .notPerfData)
      #expect(error?.detail == "it begins with the bytes 0x68656c6c6f2c2077")
      var rest = [UInt8](repeating: 0, count: 100)
      #expect(read(descriptor, &rest, 100) == 4)
    }
  }

  @Test("A stream that ends within its first bytes is refused", arguments: 0..<8)
  func short(count: Int) throws {
    try withPipe(Array("PERFILE2".utf8.prefix(count)), isOpen: false) { descriptor in
      let error = #expect(throws: PerfDataError.self) {
        _ = try PerfDataFile(descriptor: descriptor)
      }
      #expect(error?.code == .notPerfData)
      #expect(error?.detail == "it has \(count) bytes")
    }
  }

  @Test("A stream may have as many bytes as the limit says, and not one more")
  func limit() throws {
    let bytes = DamageTests.rich(.littleEndian).pipe()
    for limit in [bytes.count, bytes.count + 1, Int.max] {
      try withPipe(bytes, isOpen: false) { descriptor in
        let file = try PerfDataFile(descriptor: descriptor, streamLimit: limit)
        #expect(Summary(file).samples == 1)
      }
    }
    for limit in [Int.min, 0, 7, 8, bytes.count - 1] {
      try withPipe(bytes, isOpen: false) { descriptor in
        let error = #expect(throws: PerfDataError.self) {
          _ = try PerfDataFile(descriptor: descriptor, streamLimit: limit)
        }
        guard limit >= 7 else { return }
        #expect(error?.code == .inaccessible)
        #expect(error?.systemError == .fileTooLarge)
        #expect(error?.limit == UInt64(limit))
      }
    }
    #expect(PerfDataFile.defaultStreamLimit >= 1 << 20)
  }

  @Test("The limit is one of streams, not of regular files")
  func regular() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(DamageTests.rich(.littleEndian).pipe(), as: "perf.data")
    for access in [FileAccess.mapped, .copied] {
      let file = try PerfDataFile(path: path, access: access, streamLimit: 10)
      #expect(Summary(file).samples == 1)
    }
  }

  @Test("The parts of a directory need no magic number when they are read into memory")
  func parts() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    let folder = TemporaryFolder()
    _ = try folder.write(builder.file(), as: "data")
    _ = try folder.write(builder.records[0], as: "data.0")
    let file = try PerfDataFile(path: folder.file(""), access: .copied)
    #expect(Summary(file).samples == 2)
  }

  /// Runs a command of the shell with so little memory that reading on would fail.
  private func run(_ command: String) throws -> Command.Outcome {
    try Command(path: "/bin/sh").run(["-c", "ulimit -v 600000; \(command)"])
  }

  @Test(
    "Endless input without the magic number is refused at once",
    arguments: [
      "yes 2>/dev/null | DUMP -", "DUMP /dev/zero", "DUMP - </dev/zero", "DUMP /dev/urandom",
    ])
  func endless(command: String) throws {
    let path = "'\(Command.dump.path)'"
    let outcome = try run(command.replacingOccurrences(of: "DUMP", with: path))
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("dump-perfdata: not a perf.data file: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test("Endless input with the magic number ends in an error when memory does")
  func endlessRecording() throws {
    let head = #"printf 'PERFILE2\020\0\0\0\0\0\0\0'"#
    let outcome = try run("(\(head); yes 2>/dev/null) | '\(Command.dump.path)' -")
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("dump-perfdata: cannot read descriptor 0: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }
}
