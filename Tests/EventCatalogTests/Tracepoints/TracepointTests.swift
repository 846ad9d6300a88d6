import EventCatalog
import Foundation
import PerfEvent
import TestSupport
import Testing

@Suite("Tracepoints")
struct TracepointTests {
  static let root: String = "/sys/kernel/tracing"

  private func kernel(root: String = root) -> ScriptedKernel {
    let kernel = ScriptedKernel()
    for (name, id) in [("sched_switch", 372), ("sched_waking", 375), ("sched_wakeup", 374)] {
      kernel.addFile("\(root)/events/sched/\(name)/id", "\(id)\n")
    }
    kernel.addFile("\(root)/events/sched/enable", "0\n")
    kernel.addFile("\(root)/events/sched/filter", "none\n")
    kernel.addFile("\(root)/events/irq/irq_handler_entry/id", "150\n")
    kernel.addFile("\(root)/events/irq/without_number/format", "\n")
    kernel.addFile("\(root)/events/header_page", "\n")
    return kernel
  }

  @Test(arguments: [root, "/sys/kernel/debug/tracing"])
  func `a tracepoint by its name`(root: String) throws {
    let found: Event = try event("sched:sched_switch:k", on: kernel(root: root))
    #expect(found.name == "sched:sched_switch:k")
    #expect(found.attributes.type == .tracepoint)
    #expect(found.attributes.config == 372)
    #expect(found.attributes.flags == [.excludeUser, .excludeHypervisor])
    #expect(found.pmu == nil)
  }

  @Test func `a system alone is no event`() {
    let error: EventNameError? = problem(of: "sched", on: kernel())
    #expect(
      error?.problem
        == .nameOfTracepoints(
          system: "sched", names: ["sched_switch", "sched_wakeup", "sched_waking"]))
    #expect(
      error?.description
        == "\"sched\" is a system of 3 tracepoints: name one of them, as in "
        + "\"sched:sched_switch\", or all by \"sched:*\"")
  }

  @Test func `a folder of the caller's choice`() throws {
    let catalog = EventCatalog(kernel: kernel(root: "/other"), tracefs: "/other")
    #expect(try catalog.resolve("sched:sched_switch")[0].events[0].attributes.config == 372)
  }

  @Test(arguments: [
    ("sched:*", ["sched:sched_switch", "sched:sched_wakeup", "sched:sched_waking"]),
    ("sched:sched_wak*:k", ["sched:sched_wakeup:k", "sched:sched_waking:k"]),
    ("*:irq_*", ["irq:irq_handler_entry"]),
    ("[is]*:*_[ew]*", ["irq:irq_handler_entry", "sched:sched_wakeup", "sched:sched_waking"]),
    ("sched:sched_swit?h", ["sched:sched_switch"]),
  ])
  func `patterns stand for every match`(expression: String, names: [String]) throws {
    #expect(try events(expression, on: kernel()).map(\.name) == names)
  }

  @Test func `terms of a tracepoint`() throws {
    let found: Event = try event("sched:sched_switch/name=switch,period=10/", on: kernel())
    #expect(found.name == "switch")
    #expect(found.attributes.samplePeriod == 10)
    guard case .unknownTerm? = problem(of: "sched:sched_switch/event=1/", on: kernel())?.problem
    else {
      Issue.record("the term was taken")
      return
    }
  }

  @Test func `names that do not exist`() {
    #expect(
      problem(of: "cs,sched:sched_swich", on: kernel())
        == EventNameError(
          expression: "cs,sched:sched_swich", position: 3,
          problem: .unknownTracepoint(
            name: "sched:sched_swich", nearest: ["sched:sched_switch", "sched:sched_waking"])))
    #expect(
      problem(of: "shed:sched_switch", on: kernel())?.problem
        == .unknownTracepoint(name: "shed:sched_switch", nearest: ["sched:sched_switch"]))
    #expect(
      problem(of: "sched:enable", on: kernel())?.problem
        == .unknownTracepoint(name: "sched:enable", nearest: []))
    #expect(problem(of: "sched:x*", on: kernel())?.problem == .noMatch(pattern: "sched:x*"))
    #expect(problem(of: "..:..", on: kernel()) != nil)
  }

  @Test func `tracefs that is not mounted or closed to the user`() {
    let error: EventNameError? = problem(of: "sched:sched_switch")
    #expect(
      error?.problem == .tracepointsUnavailable(path: Self.root, error: .noSuchFile))
    #expect(
      error?.description.contains("mount -t tracefs tracefs /sys/kernel/tracing") == true)
    let closed = ScriptedKernel()
    closed.addFailure("\(Self.root)/events", .accessDenied)
    let refused: EventNameError? = problem(of: "sched:sched_switch", on: closed)
    #expect(
      refused?.problem == .tracepointsUnavailable(path: Self.root, error: .accessDenied))
    #expect(refused?.description.contains("run as root") == true)
    // The debug mount is closed, and says more than the absent usual one.
    let debug = ScriptedKernel()
    debug.addFailure("/sys/kernel/debug/tracing/events", .notPermitted)
    #expect(
      problem(of: "sched:*", on: debug)?.problem
        == .tracepointsUnavailable(path: "/sys/kernel/debug/tracing", error: .notPermitted))
  }

  @Test func `numbers that are none`() {
    let kernel: ScriptedKernel = kernel()
    let path = "\(Self.root)/events/sched/sched_switch/id"
    kernel.addFile(path, "x\n")
    #expect(
      problem(of: "sched:sched_switch", on: kernel)?.problem
        == .malformedFile(path: path, text: "x"))
    kernel.addFailure(path, .accessDenied)
    #expect(
      problem(of: "sched:sched_switch", on: kernel)?.problem
        == .unreadableFile(path: path, error: .accessDenied))
  }
}
