import PerfData
import PerfEvent
import Testing

@Suite("State: damaged input")
struct StateDamageTests {
  /// A recording with every kind of record that the state reads.
  private func everything() -> [UInt8] {
    var recording = StateRecording()
    recording.builder.events[0].identifiers = [5, 6]
    recording.builder.events[0].attributes.sampleFields.insert([.callchain, .read])
    recording.builder.events[0].attributes.readFormat = [.group, .id]
    recording.map(-1, 1 << 63, 0, offset: 1 << 63, "[kernel.kallsyms]_text", at: 0, mode: 1)
    recording.map2(10, 0x1000, 0x3000, "/a", buildID: [1, 2, 3], at: 2)
    recording.comm("name", 10, 10, at: 1, exec: true)
    recording.fork(11, 11, from: 10, 10, at: 5)
    recording.exit(11, 11, at: 9)
    recording.record(16, at: 10) { $0.u64(10 << 32 | 10, 2, 3, 100, 3, 101) }
    recording.record(17, at: 10) { body in
      body.u64(0xffff_ffff_c000_1000)
      body.u32(0x100)
      body.u16(1, 0)
      body.text("bpf_prog_x")
    }
    recording.record(18, at: 10) { $0.u64(9 << 32 | 1, 0x0102) }
    recording.record(19, at: 5) { body in
      body.u64(77)
      body.text("/user.slice")
    }
    recording.record(20, at: 40) { body in
      body.u64(5)
      body.u16(2, 2)
      body.raw([1, 2, 3, 4])
    }
    recording.record(2, at: 50) { $0.u64(5, 16) }
    recording.record(13, at: 0) { $0.u64(16) }
    recording.record(5, at: 60) { $0.u64(60, 5, 8) }
    recording.record(6, at: 70) { $0.u64(70, 5, 8) }
    recording.record(11, at: 75) { $0.u64(0, 10, 13) }
    recording.builder.record(69) { $0.u64(2, 5, 0, 0, .max, 6, 1, 1, .max, 0, 0, 777, 3) }
    recording.builder.record(79) { $0.u64(1, 3, 100, 4, 0xff, 257) }
    recording.builder.record(9) { body in
      body.u64(5, 0x1000)
      body.u32(10, 10)
      body.u64(80)
      body.u32(0, 0)
      body.u64(1, 20, 5, 3, 0x1000, UInt64(bitPattern: -640), 900)
    }
    recording.record(22, at: 90) { $0.u64(900, 1, 0x1234) }
    return recording.builder.file()
  }

  private func read(_ bytes: [UInt8]) {
    guard let file = try? PerfDataFile(bytes: bytes) else { return }
    let state = RecordingState(reading: file)
    var merger = DeferredCallchains()
    var counters = CounterDeltas(state.events)
    var live = ProcessTable(history: .latest)
    var records = file.records()
    var fault = false
    while !fault {
      do throws(PerfDataError) {
        guard let record = try records.next() else { break }
        live.apply(record)
        if let sample = record.sample {
          _ = counters.deltas(sample)
          _ = state.processes.location(of: sample)
        }
        merger.apply(record) { _ = $0.content }
      } catch {
        fault = true
      }
    }
    merger.finish { _ = $0.content }
    _ = state.quality.concerns.map(\.description)
    _ = state.processes.allThreads
    _ = state.losses.windows
    for process in [Int32(-1), 10, 11] { _ = state.processes.mappings(ofProcess: process) }
    if let conversion = state.timestampConversion {
      _ = conversion.counter(atTime: conversion.time(ofCounter: .max))
    }
  }

  @Test("The whole recording is understood")
  func whole() throws {
    let state = RecordingState(reading: try PerfDataFile(bytes: everything()))
    #expect(state.processes.place(11, 0x1000) == "/a+0")
    #expect(state.processes.bpfPrograms.count == 1 && state.processes.codeChanges.count == 1)
    #expect(state.timestampConversion?.isShort == true)
    #expect(state.losses.windows.count == 5 && state.census.deferredCallchains == 1)
    #expect(state.events.place(ofIdentifier: 6)?.virtualCPU == 3)
  }

  @Test("Truncation at every length is survived")
  func truncation() {
    let bytes = everything()
    for count in bytes.indices { read(Array(bytes[..<count])) }
  }

  @Test("Changed bytes are survived", arguments: 0..<8)
  func mutation(seed: Int) {
    var random = Seeded(seed: UInt64(seed))
    let bytes = everything()
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0...Int(random.next() % 6) {
        let place = 104 + Int(random.next() % UInt64(bytes.count - 104))
        let values: [UInt8] = [0, 1, 0x7f, 0x80, 0xff, UInt8(truncatingIfNeeded: random.next())]
        changed[place] = values[Int(random.next() % 6)]
      }
      read(changed)
    }
  }
}
