public import CommandLineSupport
public import EventCatalog

/// The options by which the examples choose a machine and what describes its events.
public struct CatalogOptions: Sendable {
  /// The options for a command's declaration.
  public static let declarations: [OptionDeclaration] = [
    .value(
      "cpu", valueName: "ID",
      summary: "Take a machine with this CPU, such as GenuineIntel-6-5E-3 or skylake."),
    .value("sysfs", valueName: "ROOT", summary: "Take the machine whose /sys was copied to ROOT."),
    .value(
      "source", letter: "s", valueName: "KIND[=PATH]",
      summary: "Ask only this source; may be given several times."),
  ]

  /// What the help says of the sources.
  public static let footer: String = """
    Sources are generic, sysfs and tracefs for what the kernel says, libpfm4, and folders or
    files that the user has: perfmon=FOLDER, kernel-events=FOLDER (tools/perf/pmu-events/arch of
    a kernel tree), oprofile=FOLDER, papi=FILE, likwid=FOLDER and arm-data=FOLDER. Without
    --source those of the kernel and libpfm4 are asked, others where they are usually
    installed, and those that the environment variable PERF_EVENTS_SOURCES names as KIND=PATH
    with colons between them.

    A copy of /sys tells the CPU of an Arm machine, and of others the design of the cores where
    caps/pmu_name of their PMU has it; AMD's has not. Else, or to be exact, add --cpu.
    """

  /// The catalog that the options ask for.
  public let catalog: EventCatalog
  /// The sources to show, nil for all.
  public let kinds: Set<EventSourceKind>?
  /// The designs of cores that `--cpu` names, nil if it names none.
  let named: [Microarchitecture]?
  /// The sources for which the user wrote a path.
  let namedSources: [(path: String, source: any EventSource)]

  /// What the user wrote to name a CPU, nil if nothing.
  public let cpuText: String?

  /// Reads the options of a command.
  public init(_ arguments: ParsedArguments) throws(UsageError) {
    let choice = try SourceChoice(arguments.values("source"))
    self.kinds = choice.kinds
    self.namedSources = choice.named
    let machine = try MachineChoice(
      cpu: arguments.value("cpu"), sysfs: arguments.value("sysfs"))
    self.named = machine.designs
    self.cpuText = arguments.value("cpu")
    if let cpus = machine.cpus, machine.sysfs == nil {
      self.catalog = EventCatalog(cpus: cpus, sources: choice.sources)
    } else {
      self.catalog = EventCatalog(
        sysfs: machine.sysfs ?? "/sys", cpus: machine.cpus, sources: choice.sources)
    }
  }

  /// The designs of the cores to tell about, those that were named or those of the machine.
  public var designs: [Microarchitecture] { named ?? catalog.microarchitectures }
}
