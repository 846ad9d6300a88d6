public import PerfEvent

/// The events of the PMUs that sysfs describes, one table per PMU.
///
/// Any folder can stand for `/sys`, so that the tree of another machine can be read.
public struct SysfsSource: EventSource {
  private let kernel: any Kernel
  private let root: String

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - kernel: What reads the files.
  ///   - root: The folder that stands for `/sys`.
  public init(kernel: any Kernel = LinuxKernel(), root: String = "/sys") {
    self.kernel = kernel
    self.root = root
  }

  /// The kind of source.
  public var kind: EventSourceKind { .sysfs }

  /// The names of all PMUs, sorted.
  ///
  /// - Returns: The names of the folders.
  /// - Throws: ``EventSourceProblem/unreadable(_:)`` without a list of PMUs, and
  ///   ``EventSourceProblem/tooManyEntries(limit:)`` of more than any machine has.
  public func tableNames() throws(EventSourceError) -> [String] {
    let inventory: PMUInventory = inventory
    let names: [String] = try SourceFiles(kernel: kernel).list(inventory.folder)
      .filter(RelativePath.isName)
    guard names.count <= PMUInventory.limit else {
      throw EventSourceError(
        path: inventory.folder, problem: .tooManyEntries(limit: PMUInventory.limit))
    }
    return names
  }

  /// The names of all PMUs, those of the cores first.
  ///
  /// A tree belongs to one machine and does not say of which CPU it is.
  ///
  /// - Parameter cpu: The CPU of the machine that the tree is of.
  /// - Returns: The names of the folders.
  /// - Throws: What ``tableNames()`` throws.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    let inventory: PMUInventory = inventory
    let names: [String] = try tableNames()
    let cores: Set<String> = Set(inventory.cores.map(\.name))
    return names.filter(cores.contains) + names.filter { !cores.contains($0) }
  }

  /// Reads the events of a PMU.
  ///
  /// - Parameter name: The name of the PMU's folder.
  /// - Returns: The events, each with the text of its terms and, but for those that
  ///   need a value of the user's, the words into which they are packed.
  /// - Throws: ``EventSourceProblem/noTable(_:)`` if there is no such PMU, and what is wrong
  ///   with the file of its number.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    try table(named: name, in: inventory)
  }

  /// Reads the events of all PMUs, in one view of the tree.
  func tables() -> MachineEvents {
    let inventory: PMUInventory = inventory
    var all = MachineEvents(tables: [], failures: [])
    do throws(EventSourceError) {
      for name in try tableNames() {
        do throws(EventSourceError) {
          all.tables.append(try table(named: name, in: inventory))
        } catch {
          all.failures.append(error)
        }
      }
    } catch {
      all.failures.append(error)
    }
    return all
  }

  private func table(
    named name: String, in inventory: PMUInventory
  ) throws(EventSourceError) -> EventTable {
    let pmu: PMU = try pmu(named: name, in: inventory)
    var table = EventTable(name: name)
    table.warnings = inventory.warnings(aboutCPUsOf: pmu)
    let unit: PMUUnit = inventory.unit(of: pmu)
    for event in inventory.eventNames(of: pmu).sorted {
      do throws(LocatedProblem) {
        table.events += try definition(of: event, of: pmu, unit: unit, in: inventory)
      } catch {
        table.warnings.append(
          EventSourceError(error, in: "\(inventory.folder)/\(name)", entry: event))
      }
    }
    return table
  }

  /// All that sysfs says about a PMU beside its events.
  ///
  /// - Parameter name: The name of the PMU's folder.
  /// - Returns: The terms, capabilities and other properties.
  /// - Throws: ``EventSourceProblem/noTable(_:)`` if there is no such PMU, and what is wrong
  ///   with the file of its number.
  public func details(ofPMU name: String) throws(EventSourceError) -> PMUDetails {
    let inventory: PMUInventory = inventory
    return inventory.details(of: try pmu(named: name, in: inventory))
  }

  /// The events that bear a name, in letters of either case, on all PMUs that have it.
  func definitions(named name: String) -> [EventDefinition] {
    let inventory: PMUInventory = inventory
    return inventory.owners(ofEvent: name).flatMap { pmu in
      let spelling: String = inventory.eventNames(of: pmu).spelling(of: name) ?? name
      let unit: PMUUnit = inventory.unit(of: pmu)
      return (try? definition(of: spelling, of: pmu, unit: unit, in: inventory)) ?? []
    }
  }

  private var inventory: PMUInventory { PMUInventory(kernel: kernel, sysfs: root) }

  private func pmu(
    named name: String, in inventory: PMUInventory
  ) throws(EventSourceError) -> PMU {
    if let pmu = inventory.pmu(named: name) { return pmu }
    let fault: EventNameProblem = inventory.fault(ofPMU: name)
    if case .unknownPMU = fault {
      throw EventSourceError(path: inventory.folder, problem: .noTable(name))
    }
    throw EventSourceError(LocatedProblem(problem: fault, position: 0), in: inventory.folder)
  }

  private func definition(
    of name: String, of pmu: PMU, unit: PMUUnit, in inventory: PMUInventory
  ) throws(LocatedProblem) -> [EventDefinition] {
    guard let event = try inventory.event(named: name, of: pmu, position: 0) else { return [] }
    var definition = EventDefinition(
      name: name, unit: unit, terms: event.text,
      words: try inventory.words(of: event, named: name, pmu: pmu),
      provenance: EventProvenance(source: .sysfs, location: "\(inventory.folder)/\(pmu.name)"))
    definition.scale = event.scale
    definition.countUnit = event.unit
    if event.isPerPackage { definition.traits.insert(.perPackage) }
    if event.isSnapshot { definition.traits.insert(.snapshot) }
    return [definition]
  }
}
