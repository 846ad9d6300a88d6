import PerfEvent
import Testing

@testable import PerfData

@Suite("Reading by chunks on several threads")
struct ChunkTests {
  /// What is to be found in a recording, in its order.
  struct Found: Equatable {
    var records: [UInt64] = []
    var chunks: Int = 0
    var fault: PerfDataError?
  }

  private static func read(
    _ file: borrowing PerfDataFile, threads: Int, chunkSize: Int
  ) -> Found {
    var found = Found()
    do throws(PerfDataError) {
      try file.reduceChunks(into: &found, threads: threads, chunkSize: chunkSize) {
        (records) throws(PerfDataError) -> ([UInt64], PerfDataError?) in
        var part: [UInt64] = []
        do throws(PerfDataError) {
          while let record = try records.next() {
            part.append(record.offset << 20 | UInt64(record.part) << 16 | UInt64(record.size))
          }
        } catch {
          return (part, error)
        }
        return (part, nil)
      } combine: { (all: inout Found, part: ([UInt64], PerfDataError?)) throws(PerfDataError) in
        all.records += part.0
        all.chunks += 1
        if let fault = part.1 { throw fault }
      }
    } catch {
      found.fault = error
    }
    return found
  }

  private static func readInOrder(_ file: borrowing PerfDataFile) -> Found {
    var found = Found()
    var records = file.records()
    do throws(PerfDataError) {
      while let record = try records.next() {
        found.records.append(
          record.offset << 20 | UInt64(record.part) << 16 | UInt64(record.size))
      }
    } catch {
      found.fault = error
    }
    return found
  }

  private static func check(_ file: borrowing PerfDataFile, _ comment: Comment = "") {
    let expected = readInOrder(file)
    for size in [64, 100, 1000, 1 << 20] {
      let one = read(file, threads: 1, chunkSize: size)
      #expect(one.records == expected.records, comment)
      #expect(one.fault == expected.fault, comment)
      for threads in [2, 3, 8] {
        let more = read(file, threads: threads, chunkSize: size)
        #expect(more == one, comment)
      }
    }
  }

  @Test("All records come, in order, for any number of threads", arguments: [1, 2, 3])
  func all(seed: Int) throws {
    let items = OrderExample.random(700, seed: UInt64(seed), disorder: 3)
    let order: ByteOrder = seed == 2 ? .bigEndian : .littleEndian
    Self.check(try PerfDataFile(bytes: OrderExample.builder(items, order).file()))
    let file = try PerfDataFile(bytes: OrderExample.builder(items, order).pipe())
    Self.check(file)
    #expect(Self.read(file, threads: 2, chunkSize: 1000).chunks > 20)
  }

  @Test("Records of odd sizes, of headers inside and longer than a chunk come whole")
  func odd() throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .raw])
    var generator = OrderExample.Generator(state: 5)
    var inner = ByteWriter()
    for _ in 0..<200 {
      inner.u32(9)
      inner.u16(0, 16)
      inner.u64(1)
    }
    for _ in 0..<100 {
      builder.record(80) {
        $0.u64(3)
        $0.raw([UInt8](repeating: 1, count: Int.random(in: 0...40, using: &generator)))
      }
      builder.record(9) {
        $0.u64(0)
        $0.u32(UInt32(inner.bytes.count))
        $0.raw(inner.bytes)
      }
      builder.record(71, size: 48) {
        $0.u64(3200, 0, 0)
        $0.u32(0, 0, 0, 0)
        $0.raw(inner.bytes)
      }
    }
    let file = try PerfDataFile(bytes: builder.file())
    #expect(Self.readInOrder(file).records.count == 300)
    Self.check(file)
  }

  @Test("Compressed recordings and directories come whole")
  func others() throws {
    let items = OrderExample.random(700, seed: 4, disorder: 3)
    let packed = CompressionTests.compressed(OrderExample.builder(items), size: 700, kind: 81)
    Self.check(try PerfDataFile(bytes: packed.file()))
    let folder = TemporaryFolder()
    _ = try folder.write(OrderExample.builder(Array(items[..<200])).file(), as: "data")
    for part in 0..<4 {
      let records = part == 1 ? [] : OrderExample.builder(Array(items[200..<400])).records
      _ = try folder.write(records.flatMap { $0 }, as: "data.\(part)")
    }
    Self.check(try PerfDataFile(path: folder.file("")))
  }

  @Test("Damage is found where it is, and everything in front is there")
  func damage() throws {
    let items = OrderExample.random(300, seed: 6, disorder: 3)
    let bytes = OrderExample.builder(items).file()
    for count in [bytes.count - 1, bytes.count - 9, bytes.count / 2, 300] {
      Self.check(try PerfDataFile(bytes: Array(bytes[..<count])), "\(count) bytes")
    }
    var generator = OrderExample.Generator(state: 3)
    for round in 0..<12 {
      var changed = bytes
      changed[Int.random(in: 300..<bytes.count, using: &generator)] = 255
      Self.check(try PerfDataFile(bytes: changed), "round \(round)")
    }
  }

  @Test("What a function throws is thrown, after what is in front was combined")
  func thrown() throws {
    struct Stop: Error, Equatable { var number: UInt64 }
    let items = (1...900).map { OrderExample.Item(number: $0, time: $0) }
    let file = try PerfDataFile(bytes: OrderExample.builder(items).file())
    for threads in [1, 4] {
      var sum: [UInt64] = []
      let error = #expect(throws: Stop.self) {
        try file.reduceChunks(into: &sum, threads: threads, chunkSize: 500) {
          records throws -> [UInt64] in
          var numbers: [UInt64] = []
          while let record = try records.next() {
            let number = record.sample?.instructionPointer ?? 0
            if number == 500 || number == 700 { throw Stop(number: number) }
            numbers.append(number)
          }
          return numbers
        } combine: {
          $0 += $1
        }
      }
      #expect(error == Stop(number: 500))
      #expect(sum.count > 480 && sum == Array(1...UInt64(sum.count)))
    }
  }
}
