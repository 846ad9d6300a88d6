import PerfEvent
import Testing

@testable import PerfData

/// Recordings of numbered records, and the orders that they should come in.
enum OrderExample {
  /// A record by what decides about its place.
  struct Item: Equatable {
    var number: UInt64
    /// 0 for none.
    var time: UInt64
    /// Whether it is a sample, or else a mark of a round.
    var isMark: Bool = false
    var cpu: UInt32 = 0
    var isMetadata: Bool = false
  }

  /// A small generator of numbers, the same for the same seed.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ state >> 33) &* 0xff51_afd7_ed55_8ccd
    }
  }

  static func builder(_ items: [Item], _ order: ByteOrder = .littleEndian) -> PerfDataBuilder {
    var builder = PerfDataBuilder(order)
    builder.event([.instructionPointer, .time, .cpu, .period])
    for item in items {
      if item.isMark {
        builder.record(68) { _ in }
      } else if item.isMetadata {
        builder.record(3) {
          $0.u32(UInt32(item.number), 0)
          $0.text("name")
          $0.u64(item.time)
          $0.u32(item.cpu, 0)
        }
      } else {
        builder.record(9) {
          $0.u64(item.number, item.time)
          $0.u32(item.cpu, 0)
          $0.u64(1)
        }
      }
    }
    return builder
  }

  /// The time by which each item is sorted.
  static func sortingTimes(_ items: [Item]) -> [UInt64] {
    var largest: UInt64 = 0
    return items.map { item in
      let time = item.isMark || item.time == .max ? 0 : item.time
      largest = max(largest, time)
      return time == 0 ? largest : time
    }
  }

  /// A stable sort, done in the plainest way.
  static func byTime(_ items: [Item]) -> [Item] {
    let times = sortingTimes(items)
    let places = items.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    return places.map { items[$0] }
  }

  /// The rule of rounds, written down in the plainest way.
  static func byRounds(_ items: [Item]) -> (items: [Item], late: Int) {
    var queue: [Item] = []
    var result: [Item] = []
    var (bound, largest, last, late): (UInt64, UInt64, UInt64, Int) = (0, 0, 0, 0)
    for item in items {
      if item.isMark || item.time == 0 || item.time == .max {
        result.append(item)
        guard item.isMark else { continue }
        while let first = queue.first, first.time <= bound {
          result.append(first)
          last = first.time
          queue.removeFirst()
        }
        bound = largest
        continue
      }
      if item.time < last { late += 1 }
      largest = queue.isEmpty ? item.time : max(largest, item.time)
      let place = queue.firstIndex { $0.time > item.time } ?? queue.count
      queue.insert(item, at: place)
    }
    return (result + queue, late)
  }

  /// Reads a file in an order.
  static func read(
    _ file: borrowing PerfDataFile, _ order: RecordOrder,
    _ selection: RecordSelection = RecordSelection(), index: RecordIndex? = nil,
    damage: DamageHandling = .stop, limits: OrderLimits = OrderLimits()
  ) -> (items: [Item], late: Int, passes: Int, fault: PerfDataError?) {
    var items: [Item] = []
    var fault: PerfDataError?
    var records = OrderedRecordReader(
      file, order: order, selection: selection, index: index, damage: damage,
      limits: limits)
    do throws(PerfDataError) {
      while let record = try records.next() {
        if let item = item(record) { items.append(item) }
      }
    } catch {
      fault = error
      if (try? records.next()) != nil { items.append(Item(number: .max, time: 0)) }
    }
    return (items, records.lateRecords, records.passes, fault)
  }

  private static func item(_ record: borrowing Record) -> Item? {
    switch record.content {
    case .sample(let sample):
      Item(
        number: sample.instructionPointer ?? .max, time: sample.time ?? .max,
        cpu: sample.cpu ?? .max)
    case .commandName(let name):
      Item(
        number: UInt64(name.thread.process), time: record.time ?? .max, cpu: record.cpu ?? .max,
        isMetadata: true)
    default:
      record.kind == .finishedRound ? Item(number: 0, time: 0, isMark: true) : nil
    }
  }

  /// Recordings of several buffers that are emptied in turns, with some disorder.
  static func random(_ count: Int, seed: UInt64, disorder: Int) -> [Item] {
    var generator = Generator(state: seed)
    var items: [Item] = []
    var clock: UInt64 = 1
    while items.count < count {
      let ring = UInt32.random(in: 0..<3, using: &generator)
      var time = clock
      for _ in 0..<Int.random(in: 1...9, using: &generator) {
        time += UInt64.random(in: 0...3, using: &generator)
        var item = Item(number: UInt64(items.count), time: time, cpu: ring)
        let dice = Int.random(in: 0..<100, using: &generator)
        if dice < disorder { item.time = UInt64.random(in: 0...time, using: &generator) }
        if dice == 97 { item.time = .max }
        if dice == 98 { item.time = 0 }
        item.isMetadata = dice % 10 == 3
        items.append(item)
      }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        items.append(Item(number: 0, time: 0, isMark: true))
        clock += UInt64.random(in: 0...12, using: &generator)
      }
    }
    return items
  }
}

@Suite("Orders of records")
struct OrderTests {
  static let tiny = OrderLimits(
    blocks: 8, blockBytes: 300, runs: 8, places: 0, transcriptBytes: 500)

  @Test("Without damage every order hands out every record", arguments: RecordOrder.allCases)
  func complete(order: RecordOrder) throws {
    let items = OrderExample.random(500, seed: 1, disorder: 5)
    let file = try PerfDataFile(bytes: OrderExample.builder(items).file())
    let found = OrderExample.read(file, order)
    #expect(found.items.count == items.count)
    #expect(found.fault == nil)
    if order == .file { #expect(found.items == items) }
  }

  @Test(
    "The order of time is a stable sort, in as many passes as little memory takes",
    arguments: 0..<60)
  func time(seed: Int) throws {
    let items = OrderExample.random(400, seed: UInt64(seed), disorder: [0, 2, 30, 100][seed % 4])
    let order: ByteOrder = seed % 3 == 0 ? .bigEndian : .littleEndian
    let file = try PerfDataFile(bytes: OrderExample.builder(items, order).file())
    let expected = OrderExample.byTime(items)
    for limits in [OrderLimits(), Self.tiny] {
      let found = OrderExample.read(file, .time, limits: limits)
      #expect(found.items == expected, "seed \(seed)")
      #expect(found.fault == nil)
    }
  }

  @Test("Records in no order at all take several passes, and still come sorted")
  func shuffled() throws {
    var generator = OrderExample.Generator(state: 7)
    for values in [700, 40, 2, 1] as [UInt64] {
      let items = (0..<1000).map {
        OrderExample.Item(
          number: UInt64($0), time: UInt64.random(in: 1...values, using: &generator))
      }
      let file = try PerfDataFile(bytes: OrderExample.builder(items).file())
      let found = OrderExample.read(file, .time, limits: Self.tiny)
      #expect(found.items == OrderExample.byTime(items))
      #expect(values < 3 || found.passes > 5)
    }
  }

  @Test("Times that go down throughout come up", arguments: [OrderLimits(), tiny])
  func descending(limits: OrderLimits) throws {
    let items = (1...2000).map { OrderExample.Item(number: $0, time: 3000 - $0) }
    let file = try PerfDataFile(bytes: OrderExample.builder(items).pipe())
    #expect(OrderExample.read(file, .time, limits: limits).items == items.reversed())
    #expect(OrderExample.read(file, .rounds).items == items.reversed())
  }

  @Test("The order of rounds follows perf's rule and counts what is late", arguments: 0..<60)
  func rounds(seed: Int) throws {
    let items = OrderExample.random(400, seed: UInt64(seed), disorder: [0, 3, 30, 100][seed % 4])
    let expected = OrderExample.byRounds(items)
    let order: ByteOrder = seed % 3 == 0 ? .bigEndian : .littleEndian
    let file = try PerfDataFile(bytes: OrderExample.builder(items, order).file())
    let found = OrderExample.read(file, .rounds)
    #expect(found.items == expected.items, "seed \(seed)")
    #expect(found.late == expected.late)
    #expect(seed % 4 < 2 || found.late > 0)
  }

  @Test("Compressed recordings come in the same orders", arguments: [40, 200, 1000, 100_000])
  func compressed(size: Int) throws {
    let items = OrderExample.random(600, seed: UInt64(size), disorder: 4)
    let plain = OrderExample.builder(items)
    let packed = CompressionTests.compressed(plain, size: size, kind: 81, rounds: false)
    for bytes in [packed.file(), packed.pipe()] {
      let file = try PerfDataFile(bytes: bytes)
      for limits in [OrderLimits(), Self.tiny] {
        #expect(
          OrderExample.read(file, .time, limits: limits).items == OrderExample.byTime(items))
        let rounds = OrderExample.read(file, .rounds, limits: OrderLimits(transcriptBytes: 700))
        #expect(rounds.items == OrderExample.byRounds(items).items)
      }
    }
  }

  @Test("The parts of a directory are merged")
  func directory() throws {
    let random = OrderExample.random(1200, seed: 3, disorder: 2)
    let items = Array(random.filter { !$0.isMark }.prefix(900))
    let folder = TemporaryFolder()
    _ = try folder.write(OrderExample.builder(Array(items[..<300])).file(), as: "data")
    for part in 0..<2 {
      let slice = Array(items[(300 * part + 300)..<(300 * part + 600)])
      let bytes = OrderExample.builder(slice).records.flatMap { $0 }
      _ = try folder.write(bytes, as: "data.\(part)")
    }
    let file = try PerfDataFile(path: folder.file(""))
    #expect(OrderExample.read(file, .time).items == OrderExample.byTime(items))
    #expect(OrderExample.read(file, .time, limits: Self.tiny).items == OrderExample.byTime(items))
    #expect(OrderExample.read(file, .rounds).items == OrderExample.byRounds(items).items)
  }

  @Test("What lies in front of damage comes in order, and then the error")
  func damage() throws {
    let items = OrderExample.random(300, seed: 5, disorder: 10)
    for order in RecordOrder.allCases {
      var builder = OrderExample.builder(items)
      builder.records[200][6] = 3
      let plain = try PerfDataFile(bytes: builder.file())
      let packed = CompressionTests.compressed(builder, size: 999, kind: 83, rounds: false)
      let compressed = try PerfDataFile(bytes: packed.file())
      let front = Array(items[..<200])
      let expected =
        switch order {
        case .file: front
        case .rounds: OrderExample.byRounds(front).items
        case .time: OrderExample.byTime(front)
        }
      for found in [OrderExample.read(plain, order), OrderExample.read(compressed, order)] {
        #expect(found.items == expected)
        #expect(found.fault?.code == .invalidSize)
      }
    }
  }

  @Test("On request, what lies behind damage is sorted too", arguments: [83, 150, 299])
  func recovery(place: Int) throws {
    var items = OrderExample.random(300, seed: 5, disorder: 10)
    var builder = OrderExample.builder(items)
    for offset in builder.records[place].indices { builder.records[place][offset] = 0xee }
    let file = try PerfDataFile(bytes: builder.file())
    items.remove(at: place)
    for limits in [OrderLimits(), Self.tiny] {
      // With little memory, rounds are not those of perf.
      for order in RecordOrder.allCases where order != .rounds || limits.runs > 8 {
        let expected =
          switch order {
          case .file: items
          case .rounds: OrderExample.byRounds(items).items
          case .time: OrderExample.byTime(items)
          }
        let found = OrderExample.read(file, order, damage: .skip, limits: limits)
        #expect(found.items == expected, "\(order)")
        #expect(found.fault == nil)
      }
    }
    var records = file.records(in: .time, atDamage: .skip)
    while try records.next() != nil {}
    #expect(records.gaps.count == 1)
  }

  @Test("A recording whose events lack times keeps the order of the file")
  func timeless() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer])
    for number in 0..<100 { builder.record(9) { $0.u64(UInt64(number)) } }
    let file = try PerfDataFile(bytes: builder.file())
    for order in RecordOrder.allCases {
      let found = OrderExample.read(file, order)
      #expect(found.items.map(\.number) == Array(0..<100))
    }
  }

  @Test("Changed bytes never trap in any order, and lose nothing")
  func mutations() throws {
    let items = OrderExample.random(60, seed: 9, disorder: 10)
    let plain = OrderExample.builder(items)
    let packed = CompressionTests.compressed(plain, size: 300, kind: 81)
    var generator = OrderExample.Generator(state: 11)
    for original in [plain.file(), packed.file()] {
      for _ in 0..<600 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
        guard let file = try? PerfDataFile(bytes: bytes) else { continue }
        let expected = count(file, .file)
        #expect(count(file, .time) == expected)
        #expect(count(file, .rounds) == expected)
      }
    }
  }

  /// The number and the summed places of all records.
  private func count(_ file: borrowing PerfDataFile, _ order: RecordOrder) -> [UInt64] {
    var records = OrderedRecordReader(
      file, order: order, selection: RecordSelection(), index: nil, limits: Self.tiny)
    var (number, places, faults): (UInt64, UInt64, UInt64) = (0, 0, 0)
    do throws(PerfDataError) {
      while let record = try records.next() {
        number += 1
        places &+= record.offset &+ UInt64(record.bytes.byteCount)
      }
    } catch {
      faults += 1
    }
    return [number, places, faults]
  }

  @Test("Samples that stand in slices come in their place, in every order and by chunks")
  func slices() throws {
    let items = OrderExample.random(200, seed: 8, disorder: 10)
    var builder = OrderExample.builder(items)
    for index in builder.records.indices where index % 7 == 3 {
      let whole = builder.records[index]
      var slices = PerfDataBuilder()
      for start in stride(from: 0, to: whole.count, by: 24) {
        slices.record(32772) { $0.raw(Array(whole[start..<min(start + 24, whole.count)])) }
      }
      slices.record(32773) { _ in }
      builder.records[index] = slices.records.flatMap { $0 }
    }
    let file = try PerfDataFile(bytes: builder.file())
    for limits in [OrderLimits(), Self.tiny] {
      #expect(OrderExample.read(file, .file, limits: limits).items == items)
      #expect(OrderExample.read(file, .time, limits: limits).items == OrderExample.byTime(items))
    }
    #expect(OrderExample.read(file, .rounds).items == OrderExample.byRounds(items).items)
    for threads in 1...3 {
      var count = 0
      try file.reduceChunks(into: &count, threads: threads, chunkSize: 300) { records throws in
        var count = 0
        while try records.next() != nil { count += 1 }
        return count
      } combine: {
        $0 += $1
      }
      #expect(count == items.count)
    }
  }
}
