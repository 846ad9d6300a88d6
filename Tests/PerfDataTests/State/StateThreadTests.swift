import PerfData
import PerfEvent
import Testing

@Suite("State: processes and threads")
struct StateThreadTests {
  @Test(
    "A thread has the name of its parent until it takes one",
    arguments: [
      ByteOrder.littleEndian, .bigEndian,
    ])
  func names(order: ByteOrder) throws {
    var recording = StateRecording(order)
    recording.fork(10, 10, from: 1, 1, at: 0, flags: 1 << 13)
    recording.comm("shell", 10, 10, at: 0)
    recording.fork(11, 11, from: 10, 10, at: 100)
    recording.comm("tool", 11, 11, at: 110, exec: true)
    recording.fork(11, 12, from: 11, 11, at: 120)
    recording.comm("worker", 11, 12, at: 130)
    recording.exit(11, 12, at: 140)
    let table = try recording.processes()
    #expect(table.name(11, at: 100) == "shell" && table.name(11, at: 109) == "shell")
    #expect(table.name(11, at: 110) == "tool" && table.name(12, at: 125) == "tool")
    #expect(table.name(12) == "worker" && table.name(10) == "shell")
    #expect(table.name(11, at: 99) == nil, "it was not there yet")
    #expect(table.name(99) == nil)
    #expect(table.displayName(of: ThreadID(process: 99, thread: 99)) == ":99")
    #expect(table.name(0) == "swapper")
    let worker = try #require(table.thread(12))
    #expect(worker.thread == ThreadID(process: 11, thread: 12))
    #expect(worker.parent == ThreadID(process: 11, thread: 11))
    #expect(worker.startTime == 120 && worker.exitTime == 140)
    #expect(worker.inheritedName == "tool")
    #expect(worker.names == table.thread(12)?.names)
    #expect(worker.names.map(\.name) == ["worker"] && worker.names.first?.isExec == false)
    #expect(table.thread(11)?.names.first?.isExec == true)
    #expect(table.allThreads.count == 4)
    #expect(table.latestTime == 140)
  }

  @Test("A number that comes back begins another life")
  func reuse() throws {
    var recording = StateRecording()
    recording.comm("first", 10, 10, at: 0)
    recording.map(10, 0x1000, 0x1000, "/first", at: 0)
    recording.exit(10, 10, at: 50)
    recording.comm("parent", 20, 20, at: 0)
    recording.map(20, 0x8000, 0x1000, "/parent", at: 0)
    recording.fork(10, 10, from: 20, 20, at: 60)
    recording.comm("second", 10, 10, at: 70)
    let table = try recording.processes()
    #expect(table.name(10, at: 40) == "first" && table.name(10, at: 55) == "first")
    #expect(table.name(10, at: 60) == "parent" && table.name(10, at: 70) == "second")
    #expect(table.place(10, 0x1800, at: 55) == "/first+2048")
    #expect(table.place(10, 0x1800, at: 60) == nil)
    #expect(table.place(10, 0x8010, at: 60) == "/parent+16")
    #expect(table.thread(10, at: 40)?.exitTime == 50)
    #expect(table.thread(10)?.exitTime == nil && table.thread(10)?.startTime == 60)
  }

  @Test("A fork without the end of the life before begins another one too")
  func lostExit() throws {
    var recording = StateRecording()
    recording.comm("old", 10, 10, at: 5)
    recording.map(10, 0x1000, 0x1000, "/old", at: 5)
    recording.fork(10, 10, from: 1, 1, at: 60)
    let table = try recording.processes()
    #expect(table.name(10, at: 59) == "old" && table.name(10, at: 60) == nil)
    #expect(table.place(10, 0x1000, at: 59) == "/old+0" && table.place(10, 0x1000) == nil)
  }

  @Test("A fork that comes behind what its child did is put in front of it")
  func lateFork() throws {
    var recording = StateRecording()
    recording.comm("child", 10, 10, at: 120, exec: true)
    recording.map(10, 0x1000, 0x1000, "/child", at: 130)
    recording.fork(30, 30, from: 10, 10, at: 140)
    recording.comm("parent", 20, 20, at: 90)
    recording.map(20, 0x8000, 0x1000, "/parent", at: 95)
    recording.fork(10, 10, from: 20, 20, at: 100)
    recording.map(20, 0xa000, 0x1000, "/late", at: 97)
    recording.comm("renamed", 20, 20, at: 99)
    let table = try recording.processes()
    #expect(table.name(10, at: 110) == "renamed" && table.name(10, at: 120) == "child")
    #expect(table.place(10, 0x8000, at: 110) == "/parent+0")
    #expect(table.place(10, 0xa000, at: 110) == "/late+0")
    #expect(table.place(10, 0xa000, at: 120) == nil, "the program that was executed has none")
    #expect(table.place(30, 0x1000) == "/child+0" && table.name(30) == "child")
    #expect(table.lateChanges == 0)
  }

  @Test("Namespaces, cgroups, the list of threads")
  func others() throws {
    var recording = StateRecording()
    recording.record(16, at: 10) { body in
      body.u32(10, 10)
      body.u64(2, 3, 100, 3, 101)
    }
    recording.fork(11, 11, from: 10, 10, at: 20)
    recording.record(19, at: 5) { body in
      body.u64(77)
      body.text("/user.slice")
    }
    recording.builder.record(73) { body in
      body.u64(1, 50)
      body.raw(Array("listed".utf8) + [UInt8](repeating: 0, count: 10))
    }
    let table = try recording.processes()
    #expect(table.namespaces(ofThread: 10)?.map(\.inode) == [100, 101])
    #expect(table.namespaces(ofThread: 11)?.map(\.inode) == [100, 101])
    #expect(table.namespaces(ofThread: 10, at: 9) == nil)
    #expect(table.cgroupPaths == [77: "/user.slice"])
    #expect(table.name(50) == "listed")
  }

  @Test("Without history the present is the same and the past goes away")
  func latest() throws {
    var recording = StateRecording()
    recording.comm("parent", 20, 20, at: 0)
    recording.map(20, 0x8000, 0x1000, "/parent", at: 0)
    for round in 1...300 {
      let time = UInt64(round * 10)
      recording.fork(10, 10, from: 20, 20, at: time)
      recording.comm("child\(round)", 10, 10, at: time + 1, exec: true)
      recording.map(10, 0x1000, 0x1000, "/child", at: time + 2)
      recording.comm("parent\(round)", 20, 20, at: time + 3)
      recording.exit(10, 10, at: time + 4)
    }
    let table = try recording.processes(history: .latest)
    #expect(table.name(10) == "child300" && table.name(20) == "parent300")
    #expect(table.place(10, 0x1004) == "/child+4" && table.place(20, 0x8000) == "/parent+0")
    #expect(table.allThreads.count == 2)
    #expect((table.thread(20)?.names.count ?? 0) <= 64)
    let all = try recording.processes()
    #expect(all.allThreads.count == 301 && all.thread(20)?.names.count == 301)
  }

  @Test("Any order gives the same answers for any moment", arguments: 0..<20)
  func orders(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    typealias Step = (inout StateRecording) -> Void
    var steps: [Step] = []
    var alive: [Int32] = [1]
    var next: Int32 = 2
    for index in 1...120 {
      let time = UInt64(index * 10)
      let process = alive[Int(random.next() % UInt64(alive.count))]
      switch random.next() % 5 {
      case 0:
        let child = next
        next += 1
        alive.append(child)
        steps.append { $0.fork(child, child, from: process, process, at: time) }
      case 1:
        let isExec = random.next() % 2 == 0
        steps.append { $0.comm("n\(index)", process, process, at: time, exec: isExec) }
      default:
        let start = random.next() % 16 * 0x1000
        let length = (random.next() % 6 + 1) * 0x1000
        steps.append { $0.map(process, start, length, "/m\(index)", at: time) }
      }
    }
    func build(_ order: [Int]) throws -> ProcessTable {
      var recording = StateRecording()
      for index in order { steps[index](&recording) }
      return try recording.processes()
    }
    let sorted = try build(Array(steps.indices))
    let shuffled = try build(steps.indices.shuffled(using: &random))
    #expect(shuffled.lateChanges == 0)
    for process in 1..<next {
      for time in stride(from: UInt64(5), through: 1210, by: 10) {
        let start = sorted.thread(process)?.startTime ?? 0
        if time < start { continue }
        #expect(
          sorted.name(process, at: time) == shuffled.name(process, at: time),
          "name of \(process) at \(time), seed \(seed)")
        for page in UInt64(0)..<22 {
          let address = page * 0x1000 + 8
          #expect(
            sorted.place(process, address, at: time)
              == shuffled.place(process, address, at: time),
            "page \(page) of \(process) at \(time), seed \(seed)")
        }
      }
    }
  }

  @Test("Records in the worst of orders take time in proportion, and are counted")
  func worstOrder() throws {
    var recording = StateRecording()
    for index in 0..<5_000 {
      recording.map(10, UInt64(index) * 0x1000, 0x1000, "/m", at: UInt64(1_000_000 - index))
    }
    let table = try recording.processes()
    #expect(table.lateChanges > 0)
    #expect(table.mappings(ofProcess: 10).count == 5_000)
  }
}
