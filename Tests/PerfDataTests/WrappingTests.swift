import CZstd
import Foundation
import Glibc
import PerfData
import PerfEvent
import Testing

@Suite("Recordings that were packed as a whole", .timeLimit(.minutes(1)))
struct WrappingTests {
  static func packed(_ bytes: [UInt8], by program: String) throws -> [UInt8]? {
    if program == "zstd" {
      var target = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
      let count = ZSTD_compress(&target, target.count, bytes, bytes.count, 3)
      return Array(target[..<count])
    }
    let path = "/usr/bin/" + program
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let folder = TemporaryFolder()
    let file = try folder.write(bytes, as: "plain")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-c", file]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](data)
  }

  static let programs: [String] = ["gzip", "xz", "zstd"]

  private static func pack(_ bytes: [UInt8], by program: String) throws -> [UInt8] {
    guard let packed = try packed(bytes, by: program) else {
      try Test.cancel("\(program) is not installed")
    }
    return packed
  }

  private static let plain: [[UInt8]] = [
    DamageTests.rich(.littleEndian).file(), DamageTests.rich(.bigEndian).pipe(),
  ]

  @Test(
    "They are read as if they were not packed, from a path, a pipe and bytes", arguments: programs)
  func whole(program: String) throws {
    for bytes in Self.plain {
      let expected = Summary(try PerfDataFile(bytes: bytes))
      let packed = try Self.pack(bytes, by: program)
      let folder = TemporaryFolder()
      let path = try folder.write(packed, as: "perf.data")
      for access in [FileAccess.mapped, .copied] {
        #expect(Summary(try PerfDataFile(path: path, access: access)).kinds == expected.kinds)
      }
      #expect(Summary(try PerfDataFile(bytes: packed)).kinds == expected.kinds)
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      #expect(write(ends[1], packed, packed.count) == packed.count)
      close(ends[1])
      defer { close(ends[0]) }
      #expect(Summary(try PerfDataFile(descriptor: ends[0])).kinds == expected.kinds)
    }
  }

  @Test("Several packed streams behind each other are one file", arguments: programs)
  func several(program: String) throws {
    let bytes = Self.plain[0]
    let packed =
      try Self.pack(Array(bytes[..<200]), by: program)
      + Self.pack(Array(bytes[200...]), by: program)
    let file = try PerfDataFile(bytes: packed)
    #expect(file.faults.isEmpty)
    #expect(Summary(file).kinds == Summary(try PerfDataFile(bytes: bytes)).kinds)
  }

  @Test(
    "A packed file cut at any length is an error or a fault, and never traps", arguments: programs)
  func cut(program: String) throws {
    let packed = try Self.pack(Self.plain[0], by: program)
    for count in 0..<packed.count {
      do {
        let file = try PerfDataFile(bytes: Array(packed[..<count]))
        #expect(file.faults.first?.code == .compression, "cut at \(count)")
        _ = Summary(file)
      } catch {
        #expect([.notPerfData, .truncated].contains(error.code), "cut at \(count): \(error)")
      }
    }
  }

  @Test("What was unpacked in front of damage is read", arguments: ["gzip", "zstd"])
  func damaged(program: String) throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .period])
    for number in 0..<40_000 {
      builder.record(9) { $0.u64(UInt64(number) &* 0x9e37_79b9_7f4a_7c15, UInt64(number)) }
    }
    var packed = try Self.pack(builder.file(), by: program)
    packed.removeLast(packed.count / 2)
    let file = try PerfDataFile(bytes: packed)
    #expect(file.faults.contains { $0.code == .compression })
    #expect(Summary(file).samples > 10_000)
  }

  @Test("Packed text is refused after its first bytes", arguments: programs)
  func text(program: String) throws {
    let packed = try Self.pack(Array("hello, world".utf8), by: program)
    let error = #expect(throws: PerfDataError.self) { _ = try PerfDataFile(bytes: packed) }
    #expect(error?.code == .notPerfData)
  }

  @Test(
    "A file may unpack to as many bytes as the limit says, and not one more", arguments: programs)
  func limit(program: String) throws {
    let bytes = Self.plain[0]
    let folder = TemporaryFolder()
    let path = try folder.write(try Self.pack(bytes, by: program), as: "perf.data")
    _ = try PerfDataFile(path: path, streamLimit: bytes.count)
    for limit in [bytes.count - 1, 100, 0, -1] {
      let error = #expect(throws: PerfDataError.self) {
        _ = try PerfDataFile(path: path, streamLimit: limit)
      }
      #expect(error?.systemError == .fileTooLarge)
    }
  }
}
