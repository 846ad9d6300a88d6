import EventCatalog
import PerfEvent
import TestSupport
import Testing

@Suite("Filters of tracepoints")
struct FilterTests {
  private func kernel() -> ScriptedKernel {
    let kernel: ScriptedKernel = Machine.bare()
    let events: String = "/sys/kernel/tracing/events"
    for (name, id) in [("sched_switch", "314"), ("sched_wakeup", "315")] {
      kernel.addFile("\(events)/sched/\(name)/id", id + "\n")
      kernel.addFile("\(events)/sched/\(name)/format", TracepointSourceTests.format)
    }
    return kernel
  }

  @Test(arguments: [
    "prev_pid > 0", "prev_pid>0", "prev_pid == 0x10 && prev_pid != -1",
    "(prev_pid < 5 || !(prev_pid >= 7)) && prev_comm ~ \"k*\"", "prev_comm == \"a b\"",
    "common_pid & 1", "CPU == 3", "name != \"x\"", "((prev_pid == 1))", "COMM == \"bash\"",
    "args.function == vfs_read",
  ])
  func `of fields that the records have`(filter: String) throws {
    let event: Event = try event("sched:sched_switch/filter='\(filter)'/u", on: kernel())
    #expect(event.options.filter == filter)
    #expect(event.attributes.config == 314)
  }

  @Test func `of every match of a pattern`() throws {
    let found: [Event] = try events("sched:sched_*/filter='prev_pid>0'/", on: kernel())
    #expect(found.map(\.options.filter) == ["prev_pid>0", "prev_pid>0"])
  }

  @Test func `of fields that the records do not have`() {
    guard
      case .unknownField("prev_pidd", "sched:sched_switch", let available)? = problem(
        of: "sched:sched_switch/filter='prev_pidd > 0'/", on: kernel())?.problem
    else {
      Issue.record("the field was taken")
      return
    }
    #expect(available.first == "prev_pid")
  }

  @Test(arguments: [
    "prev_pid", "prev_pid >", "> 3", "prev_pid > 0 &&", "(prev_pid > 0", "prev_pid > 0)",
    "prev_pid > 0 & prev_pid < 3", "prev_pid ! 3", "prev_comm == \"x", "&& prev_pid > 1",
    "prev_pid && 1", " ", "prev_pid > 0 prev_pid > 1",
    String(repeating: "(", count: 100) + "prev_pid > 0" + String(repeating: ")", count: 100),
  ])
  func `that make no sense`(filter: String) {
    let error: EventNameError? = problem(
      of: "sched:sched_switch/filter='\(filter)'/", on: kernel())
    guard case .malformedFilter(filter, _)? = error?.problem else {
      Issue.record("\(filter): \(String(describing: error?.problem))")
      return
    }
  }

  @Test(arguments: ["prev_pid ~ 3", "prev_pid == \"x\"", "prev_comm > \"x\"", "prev_comm == 5"])
  func `that compare what cannot be compared`(filter: String) {
    let error: EventNameError? = problem(
      of: "sched:sched_switch/filter='\(filter)'/", on: kernel())
    guard case .impossibleComparison(filter, _)? = error?.problem else {
      Issue.record("\(filter): \(String(describing: error?.problem))")
      return
    }
  }
}
