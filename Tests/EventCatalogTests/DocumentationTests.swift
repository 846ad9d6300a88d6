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

  @Test func `a search field`() {
    let catalog = EventCatalog(sources: EventSources.usual())
    let index = EventIndex(catalog.events().tables)
    for match in index.search("page fault", limit: 10) {
      print(match.definition.name, match.quality)
    }
    #expect(index.search("page fault", limit: 10).contains { $0.definition.name == "page-faults" })
  }

  @Test func `another machine by its CPU`() throws {
    let cpu = try #require(CPUIdentifier(parsing: "GenuineIntel-6-5E-3"))
    let catalog = EventCatalog(cpus: [cpu], sources: EventSources.usual())
    #expect(catalog.microarchitectures.map(\.name) == ["skylake"])
  }

  @Test func `names elsewhere`() throws {
    let catalog = EventCatalog(sources: EventSources.usual())
    let skylake = try #require(Microarchitecture.named("skylake").first)
    var names: [String] = []
    for event in catalog.aliases(of: "cpu-cycles", on: skylake) {
      for alias in event.equivalents { names.append(alias.name) }
    }
    #expect(names.contains("skl::UNHALTED_CORE_CYCLES"))
  }

  @Test func `names of a code`() throws {
    let catalog = EventCatalog(sources: EventSources.usual())
    let zen3 = try #require(Microarchitecture.named("zen3").first)
    let code = try #require(RawCode("r76", on: zen3))
    #expect(catalog.names(of: code, on: zen3).contains { $0.name == "cpu-cycles" })
  }

  @Test func `limits of counters`() throws {
    let catalog = EventCatalog(sources: EventSources.usual())
    for core in catalog.microarchitectures {
      let limits = catalog.constraints(on: core)
      for event in try catalog.resolve("cycles,instructions").flatMap(\.events) {
        guard let limit = limits.constraints(of: event) else { continue }
        print(event.name, limit.programmable?.counters ?? [], limit.fixed?.counters ?? [])
      }
    }
  }

  @Test func `explanations of metrics and events`() {
    let catalog = EventCatalog(sources: EventSources.usual())
    for metric in catalog.explain("tma_frontend_bound").metrics {
      print(metric.definition.brief, metric.level ?? 0, metric.parts)
      for event in metric.events { print(event.text, event.groups.flatMap(\.events).count) }
    }
    let sources: [EventSourceKind] = catalog.describe("page-faults").map(\.provenance.source)
    #expect(sources.contains(.generic))
  }

  @Test func `what the machine says of itself`() throws {
    var environment = MetricEnvironment(machine: LinuxKernel())
    environment[.durationInSeconds] = 1.5
    #expect(environment[.onlineCPUs] ?? 1 >= 1)
    // Not every machine has such a PMU, and not every user may read tracepoints.
    if let details = try? SysfsSource().details(ofPMU: "msr") {
      #expect(!details.terms.map(\.name).isEmpty)
    }
    if let format = try? TracepointSource().format(of: "sched:sched_switch") {
      #expect(format.fields.contains { !$0.isCommon && $0.isSigned })
    }
  }

  @Test func `presets of PAPI`() throws {
    guard let libpfm = try? LibpfmSource() else { return }
    let presets = PAPISource(path: "papi_events.csv") { cpu in libpfm.tableNames(of: cpu) }
    #expect(presets.path == "papi_events.csv")
  }

  @Test func `a metric`() throws {
    let ipc = MetricDefinition(
      name: "ipc", formula: "instructions / cycles", language: .perf,
      provenance: EventProvenance(source: .kernelEvents, location: "mine"))
    let metrics = MetricCatalog([ipc])
    let plan = try metrics.plan(for: metrics.metrics)
    #expect(plan.events == ["instructions", "cycles"])
    for reading in plan.evaluate(counts: ["instructions": 300, "cycles": 200]) {
      #expect(reading.scaledValue == 1.5)
    }
    let tree = EventCatalog(sources: EventSources.usual()).metrics().topDownTree()
    for metric in tree.metrics(atLevel: 1) { print(metric.name) }
  }
}
