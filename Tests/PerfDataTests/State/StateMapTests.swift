import PerfData
import PerfEvent
import Testing

@Suite("State: memory of processes")
struct StateMapTests {
  @Test("A mapping cuts what lies beneath it")
  func overlap() throws {
    var recording = StateRecording()
    recording.map(10, 0x1000, 0x9000, offset: 0x100, "/a", at: 1)
    recording.map(10, 0x4000, 0x1000, offset: 0, "/b", at: 2)
    recording.map(10, 0x8000, 0x4000, offset: 0x50, "/c", at: 3)
    let table = try recording.processes()
    #expect(table.place(10, 0xfff) == nil)
    #expect(table.place(10, 0x1000) == "/a+256" && table.place(10, 0x3fff) == "/a+12543")
    #expect(table.place(10, 0x4000) == "/b+0" && table.place(10, 0x5000) == "/a+16640")
    #expect(table.place(10, 0x7fff) == "/a+28927" && table.place(10, 0x8000) == "/c+80")
    #expect(table.place(10, 0xbfff) == "/c+16463" && table.place(10, 0xc000) == nil)
    #expect(table.place(10, 0x4000, at: 1) == "/a+12544")
    #expect(table.mappings(ofProcess: 10).map(\.address) == [0x1000, 0x4000, 0x5000, 0x8000])
    #expect(table.mappings(ofProcess: 10, at: 1).count == 1)
    #expect(table.modules.map(\.path) == ["/a", "/b", "/c"])
  }

  @Test("A program that is executed clears the memory, and a child's memory is its own")
  func execAndFork() throws {
    var recording = StateRecording()
    recording.map(10, 0x1000, 0x1000, "/a", at: 1)
    recording.fork(11, 11, from: 10, 10, at: 5)
    recording.map(11, 0x3000, 0x1000, "/child", at: 6)
    recording.map(10, 0x5000, 0x1000, "/parent", at: 6)
    recording.comm("other", 10, 10, at: 8, exec: true)
    recording.fork(10, 12, from: 10, 10, at: 9)
    recording.map(10, 0x9000, 0x1000, "/new", at: 10)
    let table = try recording.processes()
    #expect(table.place(10, 0x1000, at: 7) == "/a+0" && table.place(10, 0x1000, at: 8) == nil)
    #expect(table.place(11, 0x1000) == "/a+0" && table.place(11, 0x3000) == "/child+0")
    #expect(table.place(11, 0x5000) == nil && table.place(10, 0x3000) == nil)
    #expect(table.place(10, 0x9000) == "/new+0", "a thread shares the memory of its process")
  }

  @Test("What the recorder makes up does not copy the memory of the parent")
  func madeUp() throws {
    var recording = StateRecording()
    recording.map(1, 0x1000, 0x1000, "/init", at: 0)
    recording.fork(10, 10, from: 1, 1, at: 0)
    recording.fork(11, 11, from: 1, 1, at: 20, flags: 1 << 13)
    recording.fork(12, 12, from: 1, 1, at: 30)
    let table = try recording.processes()
    #expect(table.place(10, 0x1000) == nil && table.place(11, 0x1000) == nil)
    #expect(table.place(12, 0x1000) == "/init+0")
  }

  @Test("The kernel, its modules and the code that it makes up")
  func kernel() throws {
    let text: UInt64 = 0xffff_ffff_8100_0000
    var recording = StateRecording()
    recording.map(
      -1, text, 0x100_0000, offset: text, "[kernel.kallsyms]_text", at: 0, mode: 1)
    recording.map(-1, 0xffff_ffff_c000_0000, 0x2000, "[ext4]", at: 0, mode: 1)
    let tag = "bpf_prog_0102030405060708_filter"
    for (time, flags) in [(UInt64(10), UInt16(0)), (30, 1)] {
      recording.record(17, at: time) { body in
        body.u64(0xffff_ffff_c000_1000)
        body.u32(0x100)
        body.u16(1, flags)
        body.text(tag)
      }
    }
    recording.record(18, at: 10) { body in
      body.u16(1, 0)
      body.u32(9)
      body.raw([1, 2, 3, 4, 5, 6, 7, 8])
    }
    recording.record(18, at: 31) { body in
      body.u16(2, 0)
      body.u32(9)
      body.raw([UInt8](repeating: 0, count: 8))
    }
    recording.record(20, at: 40) { body in
      body.u64(text + 5)
      body.u16(2, 2)
      body.raw([1, 2, 3, 4])
    }
    let table = try recording.processes()
    #expect(table.place(10, text + 0x123, .kernel) == "[kernel.kallsyms]_text+291")
    #expect(table.place(10, text + 0x123, .user) == nil)
    let afterText = table.place(10, text + 0x200_0000, .kernel)
    #expect(afterText == "[kernel.kallsyms]_text+33554432", "its code for the start")
    #expect(table.place(10, text - 1, .kernel) == nil)
    #expect(table.place(10, 0xffff_ffff_c000_2000, .kernel) == nil)
    #expect(table.place(10, text, .hypervisor) == nil && table.place(10, text, .guest) == nil)
    #expect(table.place(10, 0xffff_ffff_c000_1010, .kernel, at: 9) == "[ext4]+4112")
    #expect(table.place(10, 0xffff_ffff_c000_1010, .kernel, at: 20) == "\(tag)+16")
    #expect(table.place(10, 0xffff_ffff_c000_1100, .kernel, at: 20) == "[ext4]+4352")
    #expect(table.place(10, 0xffff_ffff_c000_1010, .kernel) == "[ext4]+4112")
    #expect(table.kernelCode(at: 20).count == 1 && table.kernelCode().isEmpty)
    #expect(table.modules.map(\.kind) == [.kernel, .kernelModule, .kernelCode])
    let program = try #require(table.bpfPrograms[9])
    #expect(program.loadTime == 10 && program.unloadTime == 31)
    #expect(tag.hasPrefix(program.symbolPrefix))
    #expect(table.codeChanges.map(\.newBytes) == [[3, 4]])
    #expect(table.codeChanges.first?.address == text + 5)
  }

  @Test("A kernel of length 0 and one that ends at the last address reach to the end")
  func lastAddress() throws {
    var recording = StateRecording()
    recording.map(-1, 1 << 63, 0, offset: 1 << 63, "[kernel.kallsyms]_text", at: 0, mode: 1)
    recording.map(10, .max - 9, 100, "/end", at: 0)
    recording.map(10, 0, .max, "/all", at: 5)
    recording.map(10, 0, 0, "/nothing", at: 6)
    let table = try recording.processes()
    #expect(table.place(10, .max, .kernel)?.hasPrefix("[kernel.kallsyms]_text+") == true)
    #expect(table.place(10, .max, at: 4) == "/end+9")
    #expect(table.place(10, .max) == "/end+9", "the last address lies behind the other")
    #expect(table.place(10, .max - 1) == "/all+\(UInt64.max - 1)")
    #expect(table.mappings(ofProcess: 10).count == 2)
  }

  @Test("Guests have processes and a kernel of their own")
  func guests() throws {
    let text: UInt64 = 0xffff_ffff_8100_0000
    var recording = StateRecording()
    recording.builder.events[0].identifiers = [5, 6]
    recording.builder.record(69) { body in
      body.u64(2)
      body.u64(5, 0, 0, .max)
      body.u64(6, 1, 1, .max)
      body.u64(0, 0, 777, 3)
    }
    recording.map(
      -1, text, 0x1000, offset: text, "[kernel.kallsyms]_text", at: 0, mode: 1)
    recording.map(
      777, text, 0x1000, offset: text, "[guest.kernel.kallsyms.777]_text", at: 0, mode: 4)
    recording.map(40, 0x1000, 0x1000, "/guest", at: 0, mode: 5, identifier: 6)
    recording.map(40, 0x1000, 0x1000, "/host", at: 0)
    let file = try PerfDataFile(bytes: recording.builder.file())
    let state = RecordingState(reading: file)
    let table = state.processes
    #expect(table.machine(ofIdentifier: 6) == 777 && table.machine(ofIdentifier: 5) == 0)
    #expect(table.place(40, 0x1001, .user) == "/host+1")
    #expect(table.place(40, 0x1001, .guestUser, machine: 777) == "/guest+1")
    #expect(table.place(40, text, .kernel) == "[kernel.kallsyms]_text+0")
    let guestKernel = "[guest.kernel.kallsyms.777]_text+0"
    #expect(table.place(40, text, .guestKernel, machine: 777) == guestKernel)
    #expect(table.place(777, text, .guestKernel) == guestKernel)
    let place = try #require(state.events.place(ofIdentifier: 6))
    #expect(place.cpu == 1 && place.thread == nil && place.machine == 777)
    #expect(place.virtualCPU == 3)
    #expect(state.events.place(ofIdentifier: 5)?.machine == 0)
  }

  @Test(
    "The kind of memory follows from its name",
    arguments: [
      ("/usr/bin/a", MappedModule.Kind.file), ("[vdso]", .vdso), ("//anon", .anonymous),
      ("[heap]", .heap), ("[stack]", .stack), ("/memfd:x (deleted)", .memoryFile),
      ("/SYSV00000000", .sharedMemory), ("[uprobes]", .special), ("/dev/zero", .anonymous),
    ])
  func kinds(path: String, kind: MappedModule.Kind) throws {
    var recording = StateRecording()
    recording.map2(10, 0x1000, 0x1000, offset: 0x3000, path, at: 0)
    let table = try recording.processes()
    let module = try #require(table.modules.first)
    #expect(module.kind == kind && module.inode == 4711 && module.device == 8 << 32 | 1)
    #expect(module.isFile == (kind == .file) && !module.isKernel)
    #expect(table.mappings(ofProcess: 10).first?.protection == 5)
    #expect(table.place(10, 0x1000) == path + (kind == .vdso ? "+0" : "+12288"))
  }

  @Test("Build identifiers come from mappings, records and the header")
  func buildIDs() throws {
    var recording = StateRecording()
    recording.map2(10, 0x1000, 0x1000, "/a", buildID: [1, 2, 3, 4], at: 0)
    recording.map2(10, 0x3000, 0x1000, "/b", at: 0)
    recording.map2(10, 0x5000, 0x1000, "/c", at: 0)
    recording.map2(10, 0x7000, 0x1000, "/d", at: 0)
    recording.map(-1, 1 << 63, 0, "[kernel.kallsyms]_text", at: 0, mode: 1)
    recording.builder.record(67, flags: 1 << 15 | 2) { body in
      body.u32(UInt32.max)
      body.raw([7, 7] + [UInt8](repeating: 0, count: 18) + [2, 0, 0, 0])
      body.text("/b")
    }
    recording.builder.feature(.buildIDs) { body in
      for (path, value, mode) in [("/c", UInt8(9), UInt16(2)), ("[kernel.kallsyms]", 8, 1)] {
        body.u32(0)
        body.u16(mode, UInt16(36 + 64))
        body.u32(UInt32.max)
        body.raw([UInt8](repeating: value, count: 20) + [0, 0, 0, 0])
        body.raw(Array(path.utf8) + [UInt8](repeating: 0, count: 64 - path.utf8.count))
      }
    }
    let state = try recording.state()
    let found = state.processes.modules.map { state.processes.buildID(of: $0) }
    let twenty = { (value: UInt8) in [UInt8](repeating: value, count: 20) }
    #expect(found == [[1, 2, 3, 4], [7, 7], twenty(9), nil, twenty(8)])
    #expect(state.processes.buildIDs.count == 3)
    let concern = state.quality.concerns.first { $0.subject == .noBuildIDs }
    #expect(concern?.count == 1)
  }

  @Test("Any sequence of mappings equals a table of single pages", arguments: 0..<12)
  func model(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    var recording = StateRecording()
    let pages = 64
    var model = [String?](repeating: nil, count: pages)
    var past: [[String?]] = []
    for time in 1...200 {
      if random.next() % 40 == 0 {
        recording.comm("exec", 10, 10, at: UInt64(time), exec: true)
        model = [String?](repeating: nil, count: pages)
      } else {
        let start = Int(random.next() % UInt64(pages))
        let count = min(Int(random.next() % 20) + 1, pages - start)
        let offset = random.next() % 1000 * 0x1000
        recording.map(
          10, UInt64(start) * 0x1000, UInt64(count) * 0x1000, offset: offset, "/\(time % 7)",
          at: UInt64(time))
        for page in start..<(start + count) {
          model[page] = "/\(time % 7)+\(offset + UInt64(page - start) * 0x1000 + 5)"
        }
      }
      past.append(model)
    }
    let table = try recording.processes()
    for (index, expected) in past.enumerated() {
      let time = UInt64(index + 1)
      for page in 0..<pages {
        #expect(
          table.place(10, UInt64(page) * 0x1000 + 5, at: time) == expected[page],
          "page \(page) at \(time), seed \(seed)")
      }
      let regions = table.mappings(ofProcess: 10, at: time)
      for (one, two) in zip(regions, regions.dropFirst()) {
        #expect(one.lastAddress < two.address)
      }
    }
  }

  @Test("Many forks of a process with much memory cost little", .timeLimit(.minutes(1)))
  func manyForks() throws {
    var recording = StateRecording()
    for index in 0..<2000 {
      recording.map(10, UInt64(index) * 0x2000, 0x1000, "/m\(index % 9)", at: 1)
    }
    for index in 0..<20_000 {
      recording.fork(Int32(100 + index), Int32(100 + index), from: 10, 10, at: UInt64(index + 2))
    }
    let table = try recording.processes()
    #expect(table.mappings(ofProcess: 20_099).count == 2000)
    #expect(table.place(20_099, 1999 * 0x2000 + 7) == "/m1+7")
  }
}
