import Foundation
import PerfEvent
import Testing

@testable import PerfData

@Suite("Indices and windows")
struct IndexTests {
  private static let limits = OrderLimits(
    blocks: 40, blockBytes: 700, runs: 20, places: 60, transcriptBytes: 500)

  /// What a selection leaves of some records, written down in the plainest way.
  private func expected(
    _ items: [OrderExample.Item], _ order: RecordOrder, _ selection: RecordSelection
  ) -> [OrderExample.Item] {
    let times = OrderExample.sortingTimes(items)
    var selected: Set<Int> = []
    for (index, item) in items.enumerated()
    where times[index] <= selection.times?.upperBound ?? .max {
      let isInside =
        times[index] >= selection.times?.lowerBound ?? 0
        && (item.isMark || selection.cpus?.contains(item.cpu) ?? true)
      if isInside || item.isMetadata && selection.metadata == .complete { selected.insert(index) }
    }
    let places =
      order == .file
      ? Array(items.indices) : items.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    return places.filter { selected.contains($0) }.map { items[$0] }
  }

  private static let selections: [RecordSelection] = [
    RecordSelection(), RecordSelection(times: 100...160), RecordSelection(times: 0...20),
    RecordSelection(times: 200...(.max)), RecordSelection(cpus: [1]),
    RecordSelection(times: 100...160, cpus: [0, 2]),
    RecordSelection(times: 120...150, metadata: .complete),
    RecordSelection(times: 120...150, cpus: [1], metadata: .complete),
    RecordSelection(times: 10_000...20_000), RecordSelection(cpus: []),
  ]

  @Test("A window holds what it should, with and without an index", arguments: selections)
  func windows(selection: RecordSelection) throws {
    for seed in 0..<6 {
      let items = OrderExample.random(900, seed: UInt64(seed), disorder: seed % 2 * 10)
      let builder = OrderExample.builder(items)
      let packed = CompressionTests.compressed(builder, size: 500, kind: 81, rounds: false)
      for (number, bytes) in [builder.file(), packed.pipe()].enumerated() {
        let file = try PerfDataFile(bytes: bytes)
        let index = file.index(Self.limits)
        #expect(index.isSeekable == (number == 0))
        #expect(index.recordCount == (number == 0 ? UInt64(items.count) : 0))
        for order in [RecordOrder.file, .time] {
          let expected = expected(items, order, selection)
          for use in [index, nil] {
            let found = OrderExample.read(
              file, order, selection, index: use, limits: Self.limits)
            #expect(found.items == expected, "seed \(seed), \(order), \(use != nil)")
          }
        }
        let rounds = OrderExample.read(file, .rounds, selection)
        #expect(
          rounds.items.count == self.expected(items, .file, selection).count, "seed \(seed)")
      }
    }
  }

  @Test("With an index, a window reads little of the file")
  func little() throws {
    let items = OrderExample.random(20_000, seed: 1, disorder: 0)
    let file = try PerfDataFile(bytes: OrderExample.builder(items).file())
    let index = file.index(OrderLimits(blockBytes: 4096))
    let times = try #require(index.times)
    let middle = (times.lowerBound + times.upperBound) / 2
    let all = index.byteCount(selecting: RecordSelection())
    #expect(all == file.dataRange.count)
    let some = index.byteCount(selecting: RecordSelection(times: middle...(middle + 10)))
    #expect(some > 0 && some < all / 50)
    #expect(index.byteCount(selecting: RecordSelection(times: (.max)...(.max))) == 0)
  }

  @Test("A side file gives the same index, and is left alone when it does not fit")
  func sideFile() throws {
    let folder = TemporaryFolder()
    let items = OrderExample.random(500, seed: 2, disorder: 4)
    let bytes = OrderExample.builder(items).file()
    let path = try folder.write(bytes, as: "perf.data")
    let side = folder.file("perf.data.index")
    let file = try PerfDataFile(path: path)
    let index = file.index(Self.limits)
    #expect(RecordIndex(sideFile: side, of: file) == nil)
    try index.write(to: side)
    #expect(RecordIndex(sideFile: side, of: file) == index)
    #expect(file.index(sideFile: side) == index)
    // Another recording of the same size.
    var other = bytes
    other[other.count - 1] ^= 1
    _ = try folder.write(other, as: "other.data")
    let otherFile = try PerfDataFile(path: folder.file("other.data"))
    #expect(RecordIndex(sideFile: side, of: otherFile) == nil)
    let isItsOwn = index.describes(otherFile)
    #expect(!isItsOwn)
    let rebuilt = otherFile.index(sideFile: side)
    #expect(rebuilt.recordCount == UInt64(items.count))
    #expect(RecordIndex(sideFile: side, of: otherFile) == rebuilt)
    #expect(throws: PerfDataError.self) { try index.write(to: folder.file("none/index")) }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.file(""))
    #expect(left.sorted() == ["other.data", "perf.data", "perf.data.index"])
  }

  @Test("The fault of a damaged recording is found again from its side file")
  func damaged() throws {
    var builder = OrderExample.builder(OrderExample.random(200, seed: 2, disorder: 4))
    builder.records[150][6] = 1
    let folder = TemporaryFolder()
    let file = try PerfDataFile(path: try folder.write(builder.file(), as: "perf.data"))
    let index = file.index(Self.limits)
    #expect(index.fault?.code == .invalidSize && index.recordCount == 150)
    try index.write(to: folder.file("index"))
    #expect(RecordIndex(sideFile: folder.file("index"), of: file) == index)
    for order in [RecordOrder.file, .time] {
      #expect(OrderExample.read(file, order, index: index).fault?.code == .invalidSize)
      let early = RecordSelection(times: 0...5)
      #expect(OrderExample.read(file, order, early, index: index).fault == nil)
    }
  }

  @Test("A side file that is cut or changed anywhere is refused")
  func mutations() throws {
    let items = OrderExample.random(300, seed: 3, disorder: 4)
    let file = try PerfDataFile(bytes: OrderExample.builder(items).file())
    let index = file.index(Self.limits)
    let bytes = index.bytes
    #expect(RecordIndex(parsing: bytes.span.bytes, of: file) == index)
    for count in 0..<bytes.count {
      #expect(RecordIndex(parsing: bytes.span.bytes.extracting(0..<count), of: file) == nil)
    }
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x41
      #expect(RecordIndex(parsing: changed.span.bytes, of: file) == nil)
    }
  }

  @Test("An index that lies, with a right checksum, does no harm")
  func lies() throws {
    let items = OrderExample.random(300, seed: 3, disorder: 4)
    let file = try PerfDataFile(bytes: OrderExample.builder(items).file())
    let bytes = file.index(Self.limits).bytes
    var generator = OrderExample.Generator(state: 1)
    var accepted = 0
    for _ in 0..<3000 {
      var changed = Array(bytes.dropLast(8))
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = 8 * Int.random(in: 6..<(changed.count / 8), using: &generator)
        let byte = Int.random(in: 0..<8, using: &generator)
        changed[place + byte] = UInt8.random(in: 0...255, using: &generator)
      }
      var sum = Checksum()
      sum.add(changed.span.bytes)
      changed += withUnsafeBytes(of: sum.value.littleEndian) { Array($0) }
      guard let index = RecordIndex(parsing: changed.span.bytes, of: file) else { continue }
      accepted += 1
      for order in RecordOrder.allCases {
        let selection = RecordSelection(times: 50...150)
        let found = OrderExample.read(file, order, selection, index: index, limits: Self.limits)
        #expect(found.items.count <= items.count)
      }
    }
    #expect(accepted > 100)
  }
}
