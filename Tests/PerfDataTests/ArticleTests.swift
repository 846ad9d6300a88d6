import PerfData
import PerfEvent
import Testing

/// The code of the article "Reading a perf.data file", compiled and run.
@Suite("The article about reading")
struct ArticleTests {
  private func withFile(_ body: (borrowing PerfDataFile) throws -> Void) throws {
    var builder = PerfDataBuilder()
    builder.event([.instructionPointer, .thread, .callchain], flags: [], identifiers: [1])
    builder.record(3) {
      $0.u32(7, 8)
      $0.text("bash")
    }
    builder.record(9) {
      $0.u64(0x10)
      $0.u32(7, 8)
      $0.u64(2, .max - 511, 0x20)
    }
    builder.record(9) {
      $0.u64(0x10)
      $0.u32(7, 8)
      $0.u64(1 << 60)
    }
    let folder = TemporaryFolder()
    let path = try folder.write(builder.file(dataSize: 1 << 20), as: "perf.data")
    try body(PerfDataFile(path: path))
  }

  @Test("Open the file")
  func open() throws {
    try withFile { file in
      let hostname = try file.hostname ?? "an unknown machine"
      #expect(hostname == "an unknown machine")
      for event in file.events { #expect(event.identifiers.count == 1) }
    }
  }

  @Test("Walk over the records")
  func walk() throws {
    try withFile { file in
      var names: [Int32: String] = [:]
      var samples: [Int32: Int] = [:]
      var records = file.records()
      do throws(PerfDataError) {
        while let record = try records.next() {
          switch record.content {
          case .commandName(let command): names[command.thread.thread] = command.name
          case .sample(let sample): samples[sample.thread?.thread ?? -1, default: 0] += 1
          default: break
          }
        }
      } catch {
        #expect(error.code == .truncated)
      }
      #expect(names == [8: "bash"] && samples == [8: 1])
    }
  }

  @Test("Know where a record stands")
  func places() throws {
    try withFile { file in
      var places: [(part: Int, offset: UInt64)] = []
      var records = file.records()
      while let record = try? records.next() {
        places.append((record.part, record.offset))
      }
      #expect(places.map(\.part) == [0, 0, 0])
      #expect(places.first?.offset == UInt64(file.dataRange.lowerBound))
    }
  }

  @Test("A loop in a function, over a file that is read into memory")
  func function() throws {
    func sampleCount(of file: borrowing PerfDataFile) throws -> Int {
      var count = 0
      var records = file.records()
      while let record = try records.next() {
        if record.kind == .sample { count += 1 }
      }
      return count
    }
    let folder = TemporaryFolder()
    let path = try folder.write(DamageTests.rich(.littleEndian).file(), as: "perf.data")
    #expect(try sampleCount(of: PerfDataFile(path: path, access: .copied)) == 1)
  }

  @Test("Nothing but samples, and their callchains")
  func samples() throws {
    try withFile { file in
      var total: UInt64 = 0
      var addresses: [UInt64] = []
      var records = file.records()
      while let record = try? records.next() {
        if let sample = record.sample {
          total &+= sample.period
          if let callchain = sample.callchain {
            var frames = callchain.frames
            while let frame = frames.next() {
              if frame.context == .user { addresses.append(frame.address) }
            }
          }
        }
      }
      #expect(total == 1000 && addresses == [0x20])
    }
  }

  @Test("Damage is reported behind what could be read")
  func damage() throws {
    try withFile { file in
      var count = 0
      var skipped = 0
      var end: PerfDataError?
      var records = file.records()
      do throws(PerfDataError) {
        while let record = try records.next() {
          if case .malformed = record.content { skipped += 1 }
          count += 1
        }
      } catch {
        end = error
      }
      #expect(count == 3 && skipped == 1)
      #expect(end?.code == .truncated)
      #expect(file.faults.isEmpty == false)
    }
  }
}
