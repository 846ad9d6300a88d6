import CommandLineSupport
import Glibc
import PerfData
import PerfEvent
import Testing

@testable import dump_perfdata

@Suite("dump-perfdata with damaged files")
struct DumpDamageTests {
  /// A file with every feature that the header view shows, and records of many kinds.
  static func featured(_ order: ByteOrder) -> PerfDataBuilder {
    var builder = DamageTests.rich(order)
    builder.record(13) { $0.u64(1 << 63, 0, 0, 5, 0, 0, 5) }
    builder.record(2) { $0.u64(5, 1 << 63, 0, 0, 5, 0, 0, 5) }
    builder.record(82) { _ in }
    addMachine(to: &builder)
    addRecording(to: &builder)
    return builder
  }

  private static func addMachine(to builder: inout PerfDataBuilder) {
    builder.feature(.cpuTopology) { body in
      body.u32(1)
      body.sized("0-1")
      body.u32(1)
      body.sized("0")
      body.u32(0, 7, 1, 7, 1)
      body.sized("0-1")
      body.u32(3, 4)
    }
    builder.feature(.numaTopology) {
      $0.u32(1, 5)
      $0.u64(100, 60)
      $0.sized("0-1")
    }
    builder.feature(.cache) { body in
      body.u32(1, 1, 2, 64, 512, 8)
      for text in ["Unified", "256K", "0-1"] { body.sized(text) }
    }
    builder.feature(.memoryTopology) { $0.u64(1, 4096, 1, 3, 70, 70, 0xff, 0x3f) }
    builder.feature(.cacheLineSize) { $0.u32(64) }
  }

  private static func addRecording(to builder: inout PerfDataBuilder) {
    builder.feature(.groupDescriptions) {
      $0.u32(1)
      $0.sized("g")
      $0.u32(0, 1)
    }
    builder.feature(.cpuPMUCapabilities) { body in
      body.u32(1)
      for text in ["branches", "32"] { body.sized(text) }
    }
    builder.feature(.pmuCapabilities) { body in
      body.u32(1, 1)
      for text in ["max_precise", "3", "cpu_core"] { body.sized(text) }
    }
    builder.feature(.compressed) { $0.u32(1, 1, 3, 12, 524288) }
    builder.feature(.sampleTime) { $0.u64(10, 20) }
    builder.feature(.clockID) { $0.u64(1) }
    builder.feature(.clockData) {
      $0.u32(1, 4)
      $0.u64(1000, 2000)
    }
    builder.feature(.directoryFormat) { $0.u64(1) }
  }

  /// Shows the bytes in all views and both forms; damage may be thrown, but
  /// nothing else may happen.
  private func show(_ bytes: [UInt8], to output: inout Output) throws {
    guard let file = try? PerfDataFile(bytes: bytes) else { return }
    for form in [Form.text, .json] {
      _ = try dump_perfdata.show(headerOf: file, as: form, to: &output)
      _ = try dump_perfdata.show(statisticsOf: file, as: form, to: &output)
      try dump_perfdata.show(featuresOf: file, as: form, to: &output)
      var listing = Listing(.records, as: form)
      _ = try dump_perfdata.show(
        &listing, of: file, in: .file, selection: SampleSelection(), to: &output)
    }
    _ = try dump_perfdata.show(
      scriptOf: file, fields: Set(ScriptField.allCases), showsNanoseconds: true, in: .rounds,
      selection: SampleSelection(), to: &output)
  }

  static let sources: [[UInt8]] = [
    featured(.littleEndian).file(), featured(.bigEndian).file(),
    featured(.littleEndian).pipe(), featured(.bigEndian).pipe(),
  ]

  @Test("Every view of a file cut at every length ends", arguments: sources.indices)
  func cut(source: Int) throws {
    var output = try Output.file("/dev/null")
    let bytes = Self.sources[source]
    for count in 0..<bytes.count { try show(Array(bytes[..<count]), to: &output) }
  }

  @Test("Every view of a file with any eight bytes made extreme ends", arguments: sources.indices)
  func extremes(source: Int) throws {
    var output = try Output.file("/dev/null")
    for start in stride(from: 0, to: Self.sources[source].count - 7, by: 4) {
      for value: UInt8 in [0x7f, 0x80, 0xff] {
        var bytes = Self.sources[source]
        for place in start..<(start + 8) { bytes[place] = value }
        try show(bytes, to: &output)
      }
    }
  }

  @Test("Every view of seeded mutations ends", arguments: 1...8)
  func mutations(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    var output = try Output.file("/dev/null")
    for _ in 0..<100 {
      try show(generator.mutate(Self.sources[Int(generator.next() % 4)]), to: &output)
    }
  }

  @Test("The program ends with status 0 or 1 whatever the file holds", arguments: 1...2)
  func program(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    let folder = TemporaryFolder()
    for number in 0..<25 {
      let bytes = generator.mutate(Self.sources[number % 4])
      let path = try folder.write(bytes, as: "mutated.data")
      for view in ["--header", "--stats", "--records", "--samples"] {
        let form = generator.next() % 2 == 0 ? ["--json"] : []
        let outcome = try Command.dump.run([path, view] + form)
        #expect(outcome.status < 2, "seed \(seed), file \(number), \(view): \(outcome.errors)")
      }
    }
  }

  @Test(
    "Every view of seeded mutations of real files ends",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: [
      "generated/perf6.1/lost.data", "generated/perf6.1/pipe_tracepoint.data",
      "generated/perf7.2/schedstats.data", "generated/perf6.1/stat.data",
    ])
  func realFiles(name: String) throws {
    var generator = SplitMix(state: 3)
    let bytes = try SharedData.bytes(name)
    var output = try Output.file("/dev/null")
    for _ in 0..<4 { try show(generator.mutate(bytes), to: &output) }
  }
}
