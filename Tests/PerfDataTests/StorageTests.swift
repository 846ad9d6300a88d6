import Foundation
import Glibc
import PerfData
import PerfEvent
import Testing

@Suite("The bytes of a file in memory")
struct StorageTests {
  /// A pipe form of some hundred kilobytes, whose length is no multiple of a page.
  private static let bytes: [UInt8] = {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .period])
    for number in 0..<20_001 { builder.record(9) { $0.u64(UInt64(number), 1) } }
    return builder.pipe()
  }()

  private func check(_ file: borrowing PerfDataFile) {
    #expect([UInt8](copying: file.bytes) == Self.bytes)
    let summary = Summary(file)
    #expect(summary.samples == 20_001 && summary.fault == nil)
  }

  @Test("Mapped, copied and given bytes are the same")
  func sameBytes() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(Self.bytes, as: "perf.data")
    check(try PerfDataFile(path: path))
    check(try PerfDataFile(path: path, access: .copied))
    check(try PerfDataFile(bytes: Self.bytes))
    for access in [FileAccess.mapped, .copied] {
      let descriptor = open(path, O_RDONLY)
      defer { close(descriptor) }
      // A regular file is read from its begin, wherever the descriptor is.
      lseek(descriptor, 100, SEEK_SET)
      check(try PerfDataFile(descriptor: descriptor, access: access))
    }
  }

  @Test("Given bytes are shared, not copied")
  func sharedBytes() throws {
    var bytes = Self.bytes
    let file = try PerfDataFile(bytes: bytes)
    let own = bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    #expect(file.bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } == own)
    // The array of the caller is a value of its own all the same.
    for index in bytes.indices { bytes[index] = 0xff }
    bytes = []
    check(file)
  }

  @Test("A named pipe is read to its end, also when it comes in small pieces")
  func namedPipe() throws {
    let folder = TemporaryFolder()
    let path = folder.file("fifo")
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      let descriptor = open(path, O_WRONLY)
      var rest = Self.bytes[...]
      while !rest.isEmpty {
        let count = rest.prefix(777).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count <= 0 { break }
        rest = rest.dropFirst(count)
      }
      close(descriptor)
    }
    writer.start()
    check(try PerfDataFile(path: path))
  }

  @Test("A copied file may be shortened while it is read")
  func shortened() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(Self.bytes, as: "perf.data")
    let file = try PerfDataFile(path: path, access: .copied)
    #expect(truncate(path, 10) == 0)
    check(file)
  }

  @Test("An empty file is no perf.data file, whichever way it is read")
  func empty() throws {
    let folder = TemporaryFolder()
    let path = try folder.write([], as: "empty")
    for access in [FileAccess.mapped, .copied] {
      let error = #expect(throws: PerfDataError.self) {
        _ = try PerfDataFile(path: path, access: access)
      }
      #expect(error?.code == .notPerfData)
    }
    let error = #expect(throws: PerfDataError.self) { _ = try PerfDataFile(bytes: []) }
    #expect(error?.code == .notPerfData)
  }

  @Test("What cannot be opened is reported with its path and the system's error")
  func refusals() throws {
    let folder = TemporaryFolder()
    let missing = folder.file("a name that is too long for a short string")
    let long = String(repeating: "x", count: 5000)
    for (path, number) in [(missing, ENOENT), (long, ENAMETOOLONG), ("", ENOENT)] {
      let error = #expect(throws: PerfDataError.self) { _ = try PerfDataFile(path: path) }
      #expect(error?.code == .inaccessible && error?.subject == path)
      #expect(error?.systemError?.rawValue == number)
    }
    let error = #expect(throws: PerfDataError.self) { _ = try PerfDataFile(descriptor: -1) }
    #expect(error?.systemError?.rawValue == EBADF)
  }
}
