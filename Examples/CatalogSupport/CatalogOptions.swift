public import CommandLineSupport
public import EventCatalog
internal import Glibc

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
    files that the user has: perfmon=FOLDER, kernel-events=FOLDER (tools/perf/pmu-events of a
    kernel tree), oprofile=FOLDER, papi=FILE and likwid=FOLDER. Without --source those of the
    kernel and libpfm4 are asked, others where they are usually installed, and those that the
    environment variable PERF_EVENTS_SOURCES names as KIND=PATH with colons between them.
    """

  /// The catalog that the options ask for.
  public let catalog: EventCatalog
  /// The sources to show, nil for all.
  public let kinds: Set<EventSourceKind>?

  /// Reads the options of a command.
  public init(_ arguments: ParsedArguments) throws(UsageError) {
    let specifications: [SourceSpecification] = try arguments.values("source").map {
      (text) throws(UsageError) in try SourceSpecification(text)
    }
    self.kinds = specifications.isEmpty ? nil : Set(specifications.map(\.kind))
    let sources: [any EventSource] =
      try specifications.isEmpty
      ? Self.environmentSources() + EventSources.usual()
      : specifications.compactMap { $0.source }
    let cpus: [CPUIdentifier]? = try arguments.value("cpu").map(Self.cpus)
    let sysfs: String? = arguments.value("sysfs")
    if let cpus, sysfs == nil {
      self.catalog = EventCatalog(cpus: cpus, sources: sources)
    } else {
      self.catalog = EventCatalog(sysfs: sysfs ?? "/sys", cpus: cpus, sources: sources)
    }
  }

  private static func environmentSources() throws(UsageError) -> [any EventSource] {
    guard let value = unsafe getenv("PERF_EVENTS_SOURCES") else { return [] }
    var sources: [any EventSource] = []
    for part in unsafe String(cString: value).split(separator: ":") {
      let specification = try SourceSpecification(String(part))
      if let source = specification.source { sources.append(source) }
    }
    return sources
  }

  /// The cores of a machine by an identifier, or by the name of a microarchitecture.
  private static func cpus(_ text: String) throws(UsageError) -> [CPUIdentifier] {
    let named: [CPUIdentifier] = Microarchitecture.named(text).compactMap(\.cpus.first?.first)
    if let cpu = named.first { return Set(named).count == 1 ? [cpu] : named }
    guard let cpu = CPUIdentifier(parsing: text) else {
      throw UsageError(
        "'\(text)' is neither a CPU such as GenuineIntel-6-5E-3 or 0x410fd0c0 "
          + "nor a microarchitecture such as skylake")
    }
    return [cpu]
  }
}
