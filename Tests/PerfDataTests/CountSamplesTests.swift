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
}
