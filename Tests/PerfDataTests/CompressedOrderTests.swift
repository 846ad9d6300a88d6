import Glibc
import PerfEvent
import TestSupport
import Testing

@testable import PerfData

@Suite("Records that pieces cut")
struct CompressedOrderTests {
  /// A compressed recording with a mark behind each piece, and what its records are.
  ///
  /// A record that begins in one piece and ends in a later one is complete behind the
  /// marks in between.
  private static func recording(
    _ count: Int, pieces size: Int, kind: UInt32 = 81
  ) -> (builder: PerfDataBuilder, items: [OrderExample.Item]) {
    let samples = OrderExample.random(count, seed: UInt64(size), disorder: 8).filter { !$0.isMark }
    let plain = OrderExample.builder(samples)
    let mark = OrderExample.Item(number: 0, time: 0, isMark: true)
    var items: [OrderExample.Item] = []
    var (position, end) = (0, size)
    for (sample, record) in zip(samples, plain.records) {
      position += record.count
      while position > end {
        items.append(mark)
        end += size
      }
      items.append(sample)
    }
    return (CompressionTests.compressed(plain, size: size, kind: kind), items + [mark])
  }

  private static let sizes: [Int] = [13, 40, 41, 150, 999, 30_000]

  @Test("They come whole in every order, from memory and from temporary files", arguments: sizes)
  func orders(size: Int) throws {
    let (builder, items) = Self.recording(600, pieces: size)
    for bytes in [builder.file(), builder.pipe()] {
      let file = try PerfDataFile(bytes: bytes)
      for held in [1 << 25, 2000, 0] {
        let limits = OrderLimits(transcriptBytes: 700, heldBytes: held)
        #expect(OrderExample.read(file, .file, limits: limits).items == items)
        #expect(OrderExample.read(file, .time, limits: limits).items == OrderExample.byTime(items))
        let (expected, late) = OrderExample.byRounds(items)
        let rounds = OrderExample.read(file, .rounds, limits: limits)
        #expect(rounds.items == expected, "\(held) bytes held")
        #expect(rounds.late == late)
        #expect(rounds.fault == nil)
      }
    }
  }

  @Test(
    "A window of them is that of the same records unpacked", arguments: sizes, [UInt32(81), 83])
  func windows(size: Int, kind: UInt32) throws {
    let (builder, items) = Self.recording(400, pieces: size, kind: kind)
    let packed = try PerfDataFile(bytes: builder.file())
    let plain = try PerfDataFile(bytes: OrderExample.builder(items).file())
    let selections = [
      RecordSelection(times: 60...110), RecordSelection(cpus: [1]),
      RecordSelection(times: 60...110, cpus: [0], metadata: .complete),
    ]
    for selection in selections {
      for order in RecordOrder.allCases {
        let expected = OrderExample.read(plain, order, selection, index: plain.index())
        for index in [packed.index(), nil] {
          let found = OrderExample.read(packed, order, selection, index: index)
          #expect(found.items == expected.items, "\(order), \(selection)")
        }
      }
    }
  }

  @Test("What waits for its round stays within the limits, and nothing is lost")
  func limits() throws {
    let items = OrderExample.random(3000, seed: 2, disorder: 50).filter { !$0.isMark }
    let packed = CompressionTests.compressed(
      OrderExample.builder(items), size: 5000, kind: 81, rounds: false)
    let file = try PerfDataFile(bytes: packed.file())
    let limits = OrderLimits(runs: 100, transcriptBytes: 700, heldBytes: 3000)
    var records = OrderedRecordReader(
      file, order: .rounds, selection: RecordSelection(), index: nil, limits: limits)
    var (samples, bytes, runs) = (0, 0, 0)
    while let kind = try records.next()?.kind {
      if kind == .sample || kind == .comm { samples += 1 }
      bytes = max(bytes, records.rounds.heldBytes)
      runs = max(runs, records.heap.count)
    }
    #expect(samples == items.count)
    #expect(bytes > 2000 && bytes <= limits.heldBytes)
    // A record has at least 40 bytes, and a transcript is a little longer than its limit.
    #expect(runs <= limits.runs + 800 / 40)
    #expect(records.rounds.heldBytes == 0)
  }

  @Test(
    "They come whole from a file that grows, however it grows", arguments: [13, 150, 999],
    [UInt32(81), 83])
  func following(size: Int, kind: UInt32) throws {
    let bytes = Self.recording(300, pieces: size, kind: kind).builder.file()
    let file = try PerfDataFile(bytes: bytes)
    var records = file.records()
    var expected: [FollowTests.Seen] = []
    while let record = try records.next() { expected.append(FollowTests.Seen(record)) }
    // The recorder writes the size into the header when it has finished.
    var unfinished = bytes
    unfinished.replaceSubrange(48..<56, with: repeatElement(0, count: 8))
    let folder = TemporaryFolder()
    let path = try folder.write([], as: "perf.data")
    let descriptor = open(path, O_WRONLY)
    defer { close(descriptor) }
    var follower = try RecordFollower(path: path)
    var generator = SeededGenerator(seed: UInt64(size))
    var found: [FollowTests.Seen] = []
    var start = 0
    while follower.end == nil {
      switch try follower.step() {
      case .record(let place): found.append(FollowTests.Seen(follower.copy(at: place).view))
      case .ended: break
      case .waiting:
        let end = min(bytes.count, start + Int.random(in: 1...200, using: &generator))
        if start == bytes.count { _ = pwrite(descriptor, bytes, 104, 0) }
        _ = write(descriptor, Array(unfinished[start..<end]), end - start)
        start = end
      }
    }
    #expect(found == expected)
    #expect(found.count > 300)
  }
}
