import EventCatalog
import PerfEvent
import TestSupport
import Testing

/// The snippets of the documentation.
@Suite("Snippets of the documentation")
struct DocumentationTests {
  @Test func `names and groups`() throws {
    let catalog = EventCatalog()
    let groups = try catalog.resolve("{page-faults,context-switches}:u,task-clock")
    for group in groups {
      print(group.isExplicit, group.events.map(\.name))
    }
    #expect(groups.map(\.isExplicit) == [true, false])
    #expect(groups[0].events.map(\.name) == ["page-faults", "context-switches"])
  }

  @Test func `a name that is wrong`() {
    do {
      _ = try EventCatalog(kernel: Machine.bare()).resolve("page-faults,cycels")
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.position == 12)
      #expect(
        "\(error)" == "no event is named \"cycels\"; did you mean \"cycles\"? (at character 13)")
      if case .unknownEvent(_, let nearest) = error.problem {
        #expect(nearest == ["cycles"])
      }
    }
  }

  @Test func `events for samples`() throws {
    let catalog = EventCatalog(kernel: Machine.bare())
    let event = try catalog.resolve("cs/call-graph=fp,period=100/", for: .sampling)[0].events[0]
    #expect(event.attributes.samplePeriod == 100)
    #expect(event.options.callchain == .framePointers)
  }

  @Test func `another machine`() throws {
    let catalog = EventCatalog(kernel: Machine.intel(), sysfs: "/sys", tracefs: "/tracing")
    let energy = try catalog.resolve("power/energy-pkg/")[0].events[0]
    #expect("\(energy.unit) on CPUs \(energy.cpus ?? [])" == "Joules on CPUs [0]")
  }

  @Test func `the machine's counters`() {
    let catalog = EventCatalog(kernel: Machine.hybrid())
    let names = catalog.hasCorePMU ? "cycles,instructions" : "task-clock,page-faults"
    #expect(names == "cycles,instructions")
    for core in catalog.corePMUs {
      #expect(core.cpus?.count == 4)
    }
  }
}
