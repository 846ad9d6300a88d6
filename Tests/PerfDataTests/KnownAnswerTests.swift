import PerfData
import Testing

@Suite("Files with known answers")
struct KnownAnswerTests {
  /// Files of which more, or less, is read than the table says, and why.
  static let differing: [String: String] = [
    "generated/damaged/oversize_record200.data":
      "record 200 is a sample whose fields are all there, and bytes behind them are legal, as they "
      + "belong to fields of later kernels; its size only shows as wrong at what follows",
    "generated/damaged/zstd_corrupt.data":
      "the compressed record that cannot be unpacked is handed out itself before that shows",
    "generated/damaged/cut_in_header.data": "the header is cut: opening fails",
  ]

  @Test(
    "Counts, sums and times equal those of an independent reader",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"),
    arguments: SharedData.rows)
  func equalsExpected(row: SharedData.Row) throws {
    if KnownAnswerTests.differing[row.path] != nil { return }
    let file = try PerfDataFile(path: SharedData.path(row.path))
    let summary = Summary(file)
    let isDamaged =
      row.path.contains("damaged/") && !row.path.contains("killed")
      && !row.path.contains("header_only")
    #expect((summary.fault != nil) == isDamaged, "\(String(describing: summary.fault))")
    #expect(summary.malformed == 0)
    #expect(file.events.count == Int(row.columns[2]))
    #expect((file.header.mode == .pipe) == (row.columns[1] == "pipe"))
    #expect(summary.samples == Int(row.columns[3]))
    guard row.columns[4] != "-" else { return }
    #expect(summary.periodSum == UInt64(row.columns[4]))
    #expect(summary.pointerSum == UInt64(row.columns[5].dropFirst(2), radix: 16))
    #expect(summary.frames == Int(row.columns[6]))
    #expect(summary.frameSum == UInt64(row.columns[7].dropFirst(2), radix: 16))
    #expect(summary.rawBytes == Int(row.columns[8]))
    #expect(summary.branches == Int(row.columns[9]))
    #expect((summary.firstTime.map(String.init) ?? "-") == row.columns[10])
    #expect((summary.lastTime.map(String.init) ?? "-") == row.columns[11])
    let kinds = summary.kinds.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    #expect(kinds.joined(separator: " ") == row.columns[12])
  }

  @Test(
    "Files that differ from the table differ as described",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func differingFiles() throws {
    let oversize = try PerfDataFile(
      path: SharedData.path("generated/damaged/oversize_record200.data"))
    let summary = Summary(oversize)
    #expect(summary.kinds.values.reduce(0, +) == 201)
    #expect(summary.fault?.offset == 0x4aa0 + 0xfff8)
    let corrupt = Summary(
      try PerfDataFile(path: SharedData.path("generated/damaged/zstd_corrupt.data")))
    #expect(corrupt.samples == 51)
    #expect(corrupt.kinds[81] == 4)
    #expect(corrupt.fault?.code == .compression)
    #expect(corrupt.fault?.offset == 0x4d39)
    #expect(throws: PerfDataError.self) {
      _ = try PerfDataFile(path: SharedData.path("generated/damaged/cut_in_header.data"))
    }
  }

  @Test(
    "A path, a descriptor's bytes and an array give the same",
    .enabled(if: SharedData.folder != nil, "PERF_EVENTS_SHARED names no folder with perfdata"))
  func sameFromMemory() throws {
    let name = "linux-perf-data/fibo.compressed2.pipe.data"
    let mapped = Summary(try PerfDataFile(path: SharedData.path(name)))
    let copied = Summary(try PerfDataFile(bytes: SharedData.bytes(name)))
    #expect(mapped == copied)
  }
}
