internal import CommandLineSupport
public import EventCatalog

extension CatalogOptions {
  /// Why sources that the user named may lack what was asked for, a sentence for each cause.
  ///
  /// Files that cannot be read are among them, folders that hold something else, and
  /// sources that know nothing of the CPU.
  public var problems: [String] {
    var problems: [String] = namedSources.compactMap(emptiness)
    var files = EventSourceKind.allCases.filter { !$0.isOfMachine }
    files.removeAll { !(kinds?.contains($0) ?? true) }
    let tables: MachineEvents = catalog.events(from: Set(files))
    for problem in tables.problems where !problems.contains(problem) { problems.append(problem) }
    return problems
  }

  /// Why a source says nothing, or nil if it has something to say.
  private func emptiness(path: String, source: any EventSource) -> String? {
    let name: String = "the source '\(source.kind.rawValue)' at '\(abbreviated(path))'"
    // What cannot be read is told with the file.
    guard let names = try? source.tableNames() else { return nil }
    if names.isEmpty { return "\(name) has no events: it may be another folder or file" }
    let cpus: [CPUIdentifier] = catalog.cpus
    let own: [String] =
      cpus.flatMap { (try? source.tableNames(of: $0)) ?? [] }
      + designs.flatMap { (try? $0.tableNames(in: source)) ?? [] }
    guard own.isEmpty else { return nil }
    guard !cpus.isEmpty else { return "the CPU is not known; name one with --cpu" }
    return "\(name) has no events of \(cpus.map(\.description).joined(separator: ", "))"
  }
}

extension MachineEvents {
  /// What could not be read, a sentence for each source and each table.
  public var problems: [String] {
    var problems: [String] = failures.map { "\($0)" }
    for table in tables {
      // Files that speak of an event which they lack are common, and nothing is lost.
      let warnings: [EventSourceError] = table.warnings.filter { warning in
        if case .danglingReference = warning.problem { false } else { true }
      }
      guard let first = warnings.first else { continue }
      let more: Int = warnings.count - 1
      problems.append(
        more > 0 ? "\(first), and \(more) more that 'list-events --warnings' tells" : "\(first)")
    }
    return problems
  }

  /// What could not be read and every record that makes no sense, a sentence for each.
  public var allProblems: [String] {
    failures.map { "\($0)" } + tables.flatMap { $0.warnings.map { "\($0)" } }
  }
}
