import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("dump-perfdata as a user runs it")
struct DumpCommandTests {
  private func sampleFile(_ folder: TemporaryFolder) throws -> String {
    try folder.write(DamageTests.rich(.littleEndian).file(), as: "rich.data")
  }

  @Test("Statistics, header, records and samples are shown")
  func views() throws {
    let folder = TemporaryFolder()
    let path = try sampleFile(folder)
    let stats = try Command.dump.run([path])
    #expect(stats.status == 0)
    #expect(stats.text.contains("           TOTAL events:          4\n"))
    #expect(stats.text.contains("          SAMPLE events:          1  (25.0%)\n"))
    #expect(try Command.dump.run([path, "--stats"]).text == stats.text)
    #expect(try Command.dump.run(["--header", path]).text.contains("# hostname : box\n"))
    let records = try Command.dump.run([path, "--records"])
    #expect(records.text.split(separator: "\n").count == 4)
    #expect(records.text.contains("record MMAP"))
    let samples = try Command.dump.run([path, "--samples"])
    #expect(samples.text.split(separator: "\n").count == 1)
    #expect(samples.text.contains("ip 0xabc pid 10 tid 11 time 12"))
  }

  @Test("Every form of JSON is valid, whatever the names are")
  func json() throws {
    var builder = DamageTests.rich(.littleEndian)
    builder.record(3) {
      $0.u32(1, 2)
      $0.raw([0x22, 0x5c, 0x0a, 0xff, 0xc0, 0x01, 0x7f, 0])
      $0.u64(0, 0, 5, 0, 0, 5)
    }
    builder.feature(.osRelease) {
      $0.u32(8)
      $0.raw([0xff, 0x22, 0x0a, 0x1b, 0x5c, 0, 0, 0])
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "names.data")
    for view in ["--stats", "--header", "--records", "--samples"] {
      let outcome = try Command.dump.run([path, view, "--json"])
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: 0x0a)
      #expect(!lines.isEmpty)
      for line in lines {
        #expect(try JSONSerialization.jsonObject(with: Data(line)) is [String: Any])
      }
    }
  }

  @Test("Standard input is read")
  func standardInput() throws {
    let bytes = Data(DamageTests.rich(.bigEndian).pipe())
    let outcome = try Command.dump.run(["-", "--stats"], input: bytes)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("FEATURE events:          3"))
  }

  @Test("What stands in front of damage is shown, then the damage is reported")
  func damage() throws {
    let folder = TemporaryFolder()
    let bytes = DamageTests.rich(.littleEndian).pipe()
    let path = try folder.write(Array(bytes[..<(bytes.count - 3)]), as: "cut.data")
    let outcome = try Command.dump.run([path])
    #expect(outcome.status == 1)
    #expect(outcome.text.contains("SAMPLE events:"))
    #expect(outcome.errors.hasPrefix("dump-perfdata: the data end within"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test("Numbers of the file that overflow are shown as perf shows them")
  func overflow() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    for _ in 0..<2 { builder.record(13) { $0.u64(1 << 63) } }
    builder.record(13) { $0.u64(3) }
    builder.feature(.clockID) { $0.u64(.max) }
    builder.feature(.sampleTime) { $0.u64(.max, 1) }
    builder.feature(.clockData) {
      $0.u32(1, 4)
      $0.u64(.max, .max)
    }
    builder.feature(.memoryTopology) { $0.u64(1, .max, 1, .max, 64, 64, .max) }
    builder.feature(.groupDescriptions) {
      $0.u32(2)
      $0.sized("far")
      $0.u32(.max, .max)
      $0.sized("long")
      $0.u32(0, .max)
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "overflow.data")
    #expect(try Command.dump.run([path]).text.contains("LOST_SAMPLES events:          3\n"))
    let header = try Command.dump.run([path, "--header"])
    #expect(header.status == 0)
    #expect(header.text.contains("# clockid frequency: \(UInt64.max &* 1000) MHz\n"))
    #expect(header.text.contains("# group: far{}\n# group: long{cpu-clock:HG}\n"))
    #expect(header.text.contains("# time of first sample : 18446744073.709551\n"))
    // A data section whose end lies beyond 2^64.
    var bytes = builder.file()
    bytes.replaceSubrange(40..<56, with: [UInt8](repeating: 0xff, count: 16))
    let far = try folder.write(bytes, as: "far.data")
    for view in ["--stats", "--header", "--records", "--samples"] {
      for form in [[], ["--json"]] {
        #expect(try Command.dump.run([path, view] + form).status == 0)
        #expect(try Command.dump.run([far, view] + form).status < 2)
      }
    }
    #expect(
      try Command.dump.run([far, "--header"]).text.contains("feat offset    : \(UInt64.max - 1)"))
  }

  @Test("A feature that a pipe names many times is shown once")
  func repeatedFeature() throws {
    var builder = DamageTests.rich(.littleEndian)
    for _ in 0..<100 { builder.feature(.osRelease) { $0.sized("a release") } }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.pipe(), as: "repeated.data")
    let text = try Command.dump.run([path, "--header"]).text
    #expect(text.components(separatedBy: "a release").count == 2)
  }

  @Test("Wrong arguments give status 2, unreadable files status 1, each with one sentence")
  func refusals() throws {
    let folder = TemporaryFolder()
    let text = try folder.write(Array("hello, world".utf8), as: "text")
    let path = try sampleFile(folder)
    let wrong: [[String]] = [
      [], ["--nonsense", path], ["-x", path], [path, path], ["--stats", "--header", path],
      ["--json=1", path],
    ]
    for arguments in wrong {
      let outcome = try Command.dump.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("Try 'dump-perfdata --help'"))
    }
    for file in ["/nonexistent", text, "/dev/null", "/"] {
      let outcome = try Command.dump.run([file])
      #expect(outcome.status == 1, "\(file)")
      #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }
    let missing = try Command.dump.run(["/nonexistent"])
    #expect(missing.errors.contains("/nonexistent"))
  }

  @Test("Help is printed to standard output")
  func help() throws {
    for option in ["--help", "-h"] {
      let outcome = try Command.dump.run([option])
      #expect(outcome.status == 0)
      #expect(outcome.text.hasPrefix("usage: dump-perfdata FILE"))
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test("A reader that goes away ends the command without a word")
  func brokenPipe() throws {
    var builder = DamageTests.rich(.littleEndian)
    for _ in 0..<20_000 { builder.record(68) { _ in } }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(), as: "long.data")
    for trap in ["", "trap '' PIPE; "] {
      let command = "\(trap)'\(Command.dump.path)' '\(path)' --records | head -n 1"
      let outcome = try Command(path: "/bin/sh").run(["-c", command])
      #expect(outcome.status == 0)
      #expect(outcome.text.split(separator: "\n").count == 1)
      #expect(outcome.errors == "")
    }
  }

  @Test(
    "The header is that of perf report, byte for byte",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func header() throws {
    let folder = SharedData.path("generated/perf6.1")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    var compared = 0
    for name in names where name.hasSuffix(".header.gz") {
      let golden = try Command(path: "/bin/zcat").run([folder + "/" + name]).text
      let file = folder + "/" + name.replacingOccurrences(of: ".header.gz", with: ".data")
      #expect(try Command.dump.run(["--header", file]).text == golden, "\(name)")
      compared += 1
    }
    #expect(compared == 27)
  }
}
