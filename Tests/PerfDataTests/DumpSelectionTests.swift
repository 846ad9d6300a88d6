import Foundation
import Glibc
import PerfData
import PerfEvent
import Testing

@Suite("Parts of a recording from a shell")
struct DumpSelectionTests {
  /// Samples of two events on two CPUs, two of which lie behind a later one.
  private static func file(_ folder: TemporaryFolder) throws -> String {
    var builder = PerfDataBuilder()
    builder.event([.identifier, .thread, .time, .cpu], identifiers: [5]) { $0.config = 0 }
    builder.event([.identifier, .thread, .time, .cpu], identifiers: [6]) { $0.config = 2 }
    builder.record(3) { body in
      body.u32(7, 7)
      body.text("worker")
      body.u32(7, 7)
      body.u64(500_000_000)
      body.u32(1, 0)
      body.u64(5)
    }
    for (identifier, time, cpu) in [(5, 1.0, 0), (6, 3.0, 0), (5, 2.0, 1), (6, 2.5, 1)] {
      builder.record(9) { body in
        body.u64(UInt64(identifier))
        body.u32(7, 7)
        body.u64(UInt64(time * 1e9))
        body.u32(UInt32(cpu), 0)
      }
    }
    return try folder.write(builder.file(), as: "perf.data")
  }

  private static func lines(_ arguments: [String]) throws -> [String] {
    let folder = TemporaryFolder()
    let outcome = try Command.dump.run([try file(folder)] + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.text.split(separator: "\n").map(String.init)
  }

  @Test(
    "Windows, events, CPUs and orders choose what is shown",
    arguments: [
      ([], ["1.000000", "3.000000", "2.000000", "2.500000"]),
      (["--order", "time"], ["1.000000", "2.000000", "2.500000", "3.000000"]),
      (["--order", "rounds"], ["1.000000", "2.000000", "2.500000", "3.000000"]),
      (["--time", "1.5,2.5"], ["2.000000", "2.500000"]),
      (["--time", ",1"], ["1.000000"]), (["--time", "2.6,"], ["3.000000"]),
      (["--time", "2.500000001,2.9"], []), (["--event", "page-faults"], ["3.000000", "2.500000"]),
      (["--event", "cpu-clock,page-faults", "--cpu", "0"], ["1.000000", "3.000000"]),
      (["--cpu", "1-3", "--time", "2.1,9"], ["2.500000"]),
    ])
  func selected(arguments: [String], times: [String]) throws {
    let order = arguments.contains("--order") ? [] : ["--order", "file"]
    let lines = try Self.lines(["--samples", "-F", "time"] + order + arguments)
    #expect(lines.map { $0.trimmingCharacters(in: [" ", ":"]) } == times)
    let own = try Self.lines(["--samples"] + arguments)
    #expect(own.count == times.count)
  }

  @Test("The name of a process is known in a window behind the record that tells it")
  func names() throws {
    let lines = try Self.lines(["--samples", "-F", "comm,tid,event", "--time", "2.5,2.5"])
    #expect(lines == ["          worker     7 page-faults:HG: "])
  }

  @Test("A list of threads names those that are not named otherwise, from there on")
  func threadList() throws {
    var builder = PerfDataBuilder()
    builder.event([.thread])
    builder.record(9) { $0.u32(7, 7) }
    builder.record(73) { body in
      body.u64(1, 7)
      body.raw(Array("late".utf8) + [UInt8](repeating: 0, count: 12))
    }
    builder.record(9) { $0.u32(7, 7) }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "perf.data")
    let outcome = try Command.dump.run([path, "--samples", "-F", "comm"])
    let names = outcome.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(names == [":7 ", "late "])
  }

  @Test("Bytes are shown behind their record, as text and in JSON")
  func bytes() throws {
    let text = try Self.lines(["--samples", "--raw", "--time", ",1"])
    #expect(text.count == 4)
    #expect(text[1].hasPrefix("  000000  09 00 00 00 00 00 28 00 05 00"))
    #expect(text[1].hasSuffix("......(.........") && text[3].hasPrefix("  000020  00 00"))
    let json = try Self.lines(["--samples", "--raw", "--json", "--time", ",1"])
    #expect(json[0].contains("\"bytes\":\"0900000000002800050000000000000"))
  }

  @Test("The sections of the header are listed with number, place and size")
  func features() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(DamageTests.rich(.littleEndian).file(), as: "perf.data")
    let outcome = try Command.dump.run([path, "--features"])
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.map { $0.split(separator: " ").first } == ["3", "7", "16"])
    let json = try Command.dump.run([path, "--features", "--json"])
    #expect(json.text.contains("\"name\":\"HOSTNAME\"") && json.text.contains("\"bytes\":\""))
  }

  @Test("A recording that is being written is followed until a signal comes")
  func followed() throws {
    let folder = TemporaryFolder()
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    builder.record(9) { $0.u64(1) }
    let path = try folder.write(builder.file(dataSize: 0), as: "perf.data")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.dump.path)
    process.arguments = [path, "--samples", "--follow"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let first = output.fileHandleForReading.availableData
    #expect(String(decoding: first, as: UTF8.self).contains("ip 0x1 "))
    let more = try #require(FileHandle(forWritingAtPath: path))
    try more.seekToEnd()
    var second = PerfDataBuilder()
    second.record(9) { $0.u64(2) }
    try more.write(contentsOf: Data(second.records[0]))
    let next = output.fileHandleForReading.availableData
    #expect(String(decoding: next, as: UTF8.self).contains("ip 0x2 "))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
  }

  @Test("Lines as perf prints them come while a recording is being written")
  func followedLines() throws {
    let folder = TemporaryFolder()
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .thread, .time])
    builder.record(3) { body in
      body.u32(7, 8)
      body.text("demo")
      body.u32(7, 8)
      body.u64(1)
    }
    builder.record(9) { body in
      body.u64(1)
      body.u32(7, 8)
      body.u64(2000)
    }
    let path = try folder.write(builder.file(dataSize: 0), as: "perf.data")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Command.dump.path)
    process.arguments = [path, "--follow", "-F", "comm,pid,time,event"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let first = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    #expect(first.hasSuffix("            demo     7     0.000002: cpu-clock:HG: \n"))
    let more = try #require(FileHandle(forWritingAtPath: path))
    try more.seekToEnd()
    try more.write(contentsOf: Data(builder.records[1]))
    #expect(output.fileHandleForReading.availableData.count == first.utf8.count)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && process.terminationReason == .exit)
    // A stream ends by itself, and gives what the file gives.
    let stream = try folder.write(builder.pipe(), as: "stream.data")
    let whole = try Command(path: "/bin/sh").run([
      "-c", "cat \(stream) | \(Command.dump.path) - -F comm,pid,time,event --follow",
    ])
    #expect(whole.status == 0 && whole.text == first)
  }

  @Test("What stands behind damage is shown, and the status tells of the damage")
  func recovered() throws {
    let folder = TemporaryFolder()
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    for number in 0..<9 { builder.record(9) { $0.u64(UInt64(number)) } }
    builder.records[4][6] = 0
    let path = try folder.write(builder.file(), as: "perf.data")
    for arguments in [["--samples"], ["--records"]] {
      let outcome = try Command.dump.run([path] + arguments)
      #expect(outcome.text.split(separator: "\n").count == 8)
      #expect(outcome.status == 1)
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    #expect(try Command.dump.run([path]).text.contains("SAMPLE events:          8"))
  }

  @Test("The help names every field")
  func fieldsInHelp() throws {
    let folder = TemporaryFolder()
    let refusal = try Command.dump.run([try Self.file(folder), "-F", "soul"]).errors
    let names = try #require(refusal.split(separator: "\n").first?.split(separator: ": ").last)
    let help = try Command.dump.run(["--help"]).text
    let fields = try #require(help.range(of: "Fields of -F are ")).upperBound
    let words = Set(help[fields...].split { " ,;.\n".contains($0) })
    #expect(names.contains("comm"))
    for name in names.split(separator: ", ") { #expect(words.contains(name)) }
  }
}
