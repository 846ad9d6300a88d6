public import PerfEvent

/// What the events of a machine are called and how the kernel is told of them.
///
/// The catalog reads the machine through a kernel, or through any folder that stands
/// for `/sys`, and asks further sources for what the kernel does not say. Of the
/// machine it keeps nothing between two calls, so that a PMU that comes or goes is
/// noticed; the tables of further sources are read once and then kept. Copies of a
/// catalog share what is kept.
public struct EventCatalog: Sendable {
  let kernel: any Kernel
  /// The folder that stands for `/sys`; nil for a machine of which only the CPU is known.
  let sysfs: String?
  let tracefs: [String]
  /// The kinds of cores, where they were given.
  let givenCPUs: [CPUIdentifier]?
  let store: TableStore

  /// Creates a catalog of a machine.
  ///
  /// - Parameters:
  ///   - kernel: What reads the files.
  ///   - sysfs: The folder that stands for `/sys`.
  ///   - tracefs: The folder where tracefs is mounted; nil looks at the usual two
  ///     below `sysfs`.
  ///   - cpus: The models of the cores; nil asks the machine.
  ///   - sources: What else describes events, those to be preferred first.
  public init(
    kernel: any Kernel = LinuxKernel(), sysfs: String = "/sys", tracefs: String? = nil,
    cpus: [CPUIdentifier]? = nil, sources: [any EventSource] = []
  ) {
    self.kernel = kernel
    self.sysfs = sysfs
    self.tracefs =
      tracefs.map { [$0] } ?? ["\(sysfs)/kernel/tracing", "\(sysfs)/kernel/debug/tracing"]
    self.givenCPUs = cpus
    self.store = TableStore(sources: sources)
  }

  /// Creates a catalog of a machine of which only the model of its cores is known.
  ///
  /// Events of PMUs whose number the kernel chooses when it starts can be described,
  /// but not resolved.
  ///
  /// - Parameters:
  ///   - cpus: The models of the cores.
  ///   - sources: What describes events, those to be preferred first.
  public init(cpus: [CPUIdentifier], sources: [any EventSource]) {
    self.kernel = LinuxKernel()
    self.sysfs = nil
    self.tracefs = []
    self.givenCPUs = cpus
    self.store = TableStore(sources: sources)
  }

  /// The same machine with other tables.
  init(_ catalog: EventCatalog, store: TableStore) {
    self.kernel = catalog.kernel
    self.sysfs = catalog.sysfs
    self.tracefs = catalog.tracefs
    self.givenCPUs = catalog.givenCPUs
    self.store = store
  }

  /// Returns the events that an expression in the language of perf stands for.
  ///
  /// The article <doc:Naming-Events> shows the language. A name may stand for
  /// several events: one per kind of core, per instance of a PMU, or per match of a
  /// pattern.
  ///
  /// - Parameters:
  ///   - expression: Events and groups, with commas between them.
  ///   - purpose: What the events are wanted for.
  /// - Returns: The groups in the order of the text; an event outside of braces is
  ///   one by itself.
  /// - Throws: What is wrong with the expression, and where.
  public func resolve(
    _ expression: String, for purpose: EventPurpose = .counting
  ) throws(EventNameError) -> [EventGroup] {
    let resolver: EventResolver = resolver(for: purpose)
    let groups: [ParsedGroup]
    do {
      var parser = try ExpressionParser(expression)
      groups = try parser.parse()
    } catch {
      // Names of metrics may have blanks and brackets.
      let problem: EventNameProblem? =
        expression.utf8.count > FoldedName.limit
        ? nil : resolver.lookup?.metricProblem(of: expression)
      throw EventNameError(
        problem.map { LocatedProblem(problem: $0, position: 0) } ?? error, in: expression)
    }
    do {
      return try resolver.resolve(groups)
    } catch {
      throw EventNameError(error, in: expression)
    }
  }

  /// A view of sysfs as it is from now on.
  var inventory: PMUInventory {
    PMUInventory(kernel: kernel, sysfs: sysfs)
  }
}
