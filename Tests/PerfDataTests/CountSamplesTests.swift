import Foundation
import PerfData
import PerfEvent
import Testing

@Suite("The example count-samples")
struct CountSamplesTests {
  static let count = Command(
    path: Command.dump.path.replacingOccurrences(of: "dump-perfdata", with: "count-samples"))

  /// Three samples of a program, one of which stands in front of what tells its
  /// name and memory, and one of an unknown one.
  static func recording() -> PerfDataBuilder {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .thread, .time], identifiers: [1])
    func sample(_ pointer: UInt64, _ thread: UInt32, _ time: UInt64) {
      builder.record(9, flags: 2) {
        $0.u64(pointer)
        $0.u32(thread, thread)
        $0.u64(time)
      }
    }
    sample(0x1010, 7, 30)
    builder.record(3) {
      $0.u32(7, 7)
      $0.text("ba\u{1b}sh")
      $0.u32(7, 7)
      $0.u64(10)
    }
    builder.record(1, flags: 2) {
      $0.u32(7, 7)
      $0.u64(0x1000, 0x1000, 0)
      $0.text("/bin/bash")
      $0.u32(7, 7)
      $0.u64(11)
    }
    sample(0x1020, 7, 20)
    sample(0x1030, 7, 40)
    sample(0x9000, 8, 50)
    return builder
  }

  @Test("Samples are grouped by command and module as of their time")
  func groups() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(Self.recording().file(), as: "perf.data")
    let outcome = try Self.count.run([path])
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        75.00 %  3  ba?sh  /bin/bash
        25.00 %  1  :8     [unknown]

        """)
    #expect(
      outcome.errors == """
        count-samples: 4 samples are recorded without CPU.
        count-samples: 1 mapped file cannot be checked by build identifier.

        """)
    let first = try Self.count.run([path, "--top", "1"])
    #expect(first.text == "75.00 %  3  ba?sh  /bin/bash\n")
  }

  @Test("A kernel goes by its name without the symbol")
  func kernel() throws {
    var builder = Self.recording()
    builder.record(1, flags: 1) {
      $0.u32(.max, 0)
      $0.u64(0xffff_8000_0000_0000, 0x1000_0000, 0xffff_8000_0000_0000)
      $0.text("[kernel.kallsyms]_text")
      $0.u32(0, 0)
      $0.u64(1)
    }
    builder.record(9, flags: 1) {
      $0.u64(0xffff_8000_0000_0010)
      $0.u32(7, 7)
      $0.u64(60)
    }
    let outcome = try Self.count.run(["-"], input: Data(builder.file()))
    #expect(outcome.text.contains("20.00 %  1  ba?sh  [kernel.kallsyms]\n"))
  }

  @Test("Standard input is read")
  func standardInput() throws {
    let outcome = try Self.count.run(["-"], input: Data(Self.recording().pipe()))
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("75.00 %  3  ba?sh  /bin/bash\n"))
  }

  @Test("Damage gives status 1, and what stands behind it is counted")
  func damage() throws {
    var builder = Self.recording()
    builder.record(9, size: 3) { $0.u64(0) }
    builder.records.append(builder.records[0])
    let outcome = try Self.count.run(["-"], input: Data(builder.file()))
    #expect(outcome.status == 1)
    #expect(outcome.text.hasPrefix("80.00 %  4  ba?sh  /bin/bash\n"))
    #expect(
      outcome.errors.hasPrefix("count-samples: 1 damaged place made the reader skip 16 bytes."))
  }

  @Test("Nothing and wrong arguments are refused")
  func refused() throws {
    #expect(try Self.count.run([]).status == 2)
    #expect(try Self.count.run(["a", "b"]).status == 2)
    #expect(try Self.count.run(["a", "--top", "0"]).status == 2)
    #expect(try Self.count.run(["/nowhere"]).status == 1)
    #expect(try Self.count.run(["--help"]).text.hasPrefix("usage: count-samples FILE"))
  }

  @Test(
    "Every readable file of the known answers is counted",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder"),
    arguments: SharedData.rows)
  func known(row: SharedData.Row) throws {
    let path = SharedData.path(row.path)
    guard let file = try? PerfDataFile(path: path) else { return }
    let outcome = try Self.count.run([path, "--top", "1000000"])
    #expect(outcome.status < 2)
    let counts = outcome.text.split(separator: "\n").compactMap { line in
      Int(line.split(separator: "%")[1].split(separator: " ")[0])
    }
    var samples = 0
    var records = file.records(atDamage: .skip)
    while let record = try records.next() {
      if record.sample != nil { samples += 1 }
    }
    #expect(counts.reduce(0, +) == samples)
  }

  @Test(
    "Counts are those of perf report, by command and module",
    .enabled(if: WritingPerfTests.isPossible, "without perf or PERF_EVENTS_SHARED"),
    .enabled(if: Command.perfShowsKernel, "perf names the kernel to root alone"),
    // perf counts branches instead of samples, and decodes instruction traces.
    arguments: WritingPerfTests.readable.filter {
      !$0.path.contains("branch") && !$0.path.contains("intel_pt")
    })
  func report(row: SharedData.Row) throws {
    let perf = try #require(Command.perf)
    let path = SharedData.path(row.path)
    let outcome = try perf.run(
      ["report", "--stdio", "-q", "-F", "sample,comm,dso", "-t", "|", "-w", "12,64,200"]
        + ["-g", "none", "--no-group", "-f", "-i", path])
    if outcome.status != 0 || outcome.errors.contains("Error:") {
      try Test.cancel("perf cannot read it: \(outcome.errors)")
    }
    var theirs: [String: Int] = [:]
    for line in outcome.text.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      // Rows that are only callers of others have no samples of their own.
      guard cells.count == 3, let count = Int(cells[0]), count > 0 else { continue }
      theirs["\(cells[1]) in \(cells[2])", default: 0] += count
    }
    var ours: [String: Int] = [:]
    for line in try Self.count.run([path, "--top", "1000000"]).text.split(separator: "\n") {
      // A share, a count, and two columns of text with two spaces between them.
      let cells = line.components(separatedBy: "  ")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      let count = try #require(cells.count >= 4 ? Int(cells[cells.count - 3]) : nil, "\(line)")
      let key = "\(cells[cells.count - 2]) in \(Self.shortName(cells[cells.count - 1]))"
      ours[key, default: 0] += count
    }
    #expect(ours == theirs)
  }

  /// The name of a module as perf prints it: without folders, and a kernel's one in brackets.
  private static func shortName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name.hasSuffix(".ko") else { return name }
    return "[" + name.dropLast(3).replacingOccurrences(of: "-", with: "_") + "]"
  }
}
