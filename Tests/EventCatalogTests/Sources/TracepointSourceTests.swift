import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Tracepoints as a source")
struct TracepointSourceTests {
  static let format: String = """
    name: sched_switch
    ID: 314
    format:
    \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
    \tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;

    \tfield:char prev_comm[16];\toffset:8;\tsize:16;\tsigned:0;
    \tfield:pid_t prev_pid;\toffset:24;\tsize:4;\tsigned:1;
    \tfield:__data_loc char[] name;\toffset:28;\tsize:4;\tsigned:0;
    \tfield:const char * file;\toffset:32;\tsize:8;\tsigned:0;
    \tfield:unsigned long args[6];\toffset:40;\tsize:48;\tsigned:0;

    print fmt: "prev_comm=%s", REC->prev_comm
    """

  private func kernel() -> ScriptedKernel {
    let kernel = ScriptedKernel()
    let events: String = "/sys/kernel/tracing/events"
    kernel.addFile("\(events)/enable", "0\n")
    kernel.addFile("\(events)/header_page", "\n")
    kernel.addFile("\(events)/sched/enable", "0\n")
    kernel.addFile("\(events)/sched/filter", "none\n")
    kernel.addFile("\(events)/sched/sched_switch/id", "314\n")
    kernel.addFile("\(events)/sched/sched_switch/format", Self.format)
    kernel.addFile("\(events)/sched/sched_broken/id", "x\n")
    kernel.addFile("\(events)/irq/irq_entry/id", "9\n")
    return kernel
  }

  @Test func `tables of systems`() throws {
    let source = TracepointSource(kernel: kernel())
    #expect(try source.tableNames() == ["irq", "sched"])
    let table: EventTable = try source.table(named: "sched")
    #expect(table.events.map(\.name) == ["sched:sched_switch"])
    #expect(table.events.first?.words == EventWords(config: 314))
    #expect(table.events.first?.unit == .tracepoint)
    #expect(table.warnings.count == 1)
    #expect(throws: EventSourceError.self) { try source.table(named: "nosuch") }
    #expect(throws: EventSourceError.self) { try source.table(named: "..") }
  }

  @Test func `names alone open no file`() throws {
    let kernel: ScriptedKernel = kernel()
    let source = TracepointSource(kernel: kernel, readsNumbers: false)
    let names: [String] = try source.table(named: "sched").events.map(\.name)
    #expect(names == ["sched:sched_broken", "sched:sched_switch"])
    let reads: Int = kernel.calls.count { if case .readFile = $0 { true } else { false } }
    #expect(reads == 0)
  }

  @Test func `all systems are listed with one look into each folder`() {
    let kernel: ScriptedKernel = kernel()
    kernel.addFile("/sys/kernel/tracing/events/ftrace/function/id", "1\n")
    kernel.addFile("/sys/kernel/tracing/events/ftrace/bprint/format", "\n")
    let catalog = EventCatalog(kernel: kernel)
    let names: MachineEvents = catalog.events(from: [.tracefs], detail: .names)
    #expect(names.failures.isEmpty)
    #expect(
      names.tables.flatMap(\.events).map(\.name) == [
        "ftrace:function", "irq:irq_entry", "sched:sched_broken", "sched:sched_switch",
      ])
    let reads: [ScriptedCall] = kernel.calls.filter {
      if case .readFile(let path) = $0 { path.hasSuffix("/id") } else { false }
    }
    #expect(reads.count == 2, "those of the tracer's own records alone")
    let folders: [String] = kernel.calls.compactMap { call in
      if case .listDirectory(let path) = call { path } else { nil }
    }
    #expect(folders.count == Set(folders).count)
    let all: MachineEvents = catalog.events(from: [.tracefs])
    #expect(
      all.tables.flatMap(\.events).map { $0.words?.config } == [1, 9, 314])
    #expect(all.tables.flatMap(\.warnings).count == 1)
  }

  @Test func `a description asks one system alone`() {
    let kernel: ScriptedKernel = kernel()
    let catalog = EventCatalog(kernel: kernel)
    #expect(catalog.describe("Sched:sched_switch").map(\.words?.config) == [314])
    #expect(catalog.describe("page-faults").count == 1)
    #expect(
      !kernel.calls.contains {
        if case .listDirectory(let path) = $0 { path.hasSuffix("/irq") } else { false }
      })
  }

  @Test func `fields on demand`() throws {
    let format: TracepointFormat = try TracepointSource(kernel: kernel()).format(
      of: "sched:sched_switch")
    #expect(format.number == 314)
    #expect(
      format.fields.map(\.name) == [
        "common_type", "common_pid", "prev_comm", "prev_pid", "name", "file", "args",
      ])
    #expect(
      format.fields.map(\.type) == [
        "unsigned short", "int", "char[16]", "pid_t", "__data_loc char[]", "const char *",
        "unsigned long[6]",
      ])
    #expect(format.fields.map(\.isCommon) == [true, true, false, false, false, false, false])
    #expect(
      format.fields[3]
        == TracepointField(
          name: "prev_pid", type: "pid_t", offset: 24, size: 4, isSigned: true))
    #expect(format.printText == "\"prev_comm=%s\", REC->prev_comm")
  }

  @Test func `tracefs that is not there`() {
    let source = TracepointSource(kernel: ScriptedKernel())
    #expect(
      throws: EventSourceError(
        path: "/sys/kernel/tracing", problem: .unreadable(.noSuchFile))
    ) { try source.tableNames() }
  }

  @Test(.enabled(if: (try? TracepointSource().tableNames()) != nil, "tracefs is not readable"))
  func `every tracepoint of this machine has fields`() throws {
    let source = TracepointSource()
    var count: Int = 0
    for system in try source.tableNames() where system != "ftrace" {
      let table: EventTable = try source.table(named: system)
      #expect(table.warnings.isEmpty)
      for event in table.events {
        let format: TracepointFormat = try source.format(of: event.name)
        #expect(format.number == event.words?.config)
        #expect(!format.fields.isEmpty)
        count += 1
      }
    }
    #expect(count > 0)
  }
}
