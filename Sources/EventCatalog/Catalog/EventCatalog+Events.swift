extension EventCatalog {
  /// The models of the machine's cores, the first CPU's first.
  ///
  /// There are none where neither the creator nor the kernel tells. A copy of sysfs alone
  /// does not have the model; where the PMU of the cores has the name of its design, the
  /// first model with such cores stands for all.
  public var cpus: [CPUIdentifier] {
    if let givenCPUs { return givenCPUs }
    guard let sysfs else { return [] }
    // A copy of another machine's tree says nothing of the CPU that reads it.
    let procfs: String = sysfs == "/sys" ? "/proc" : "\(sysfs)/../proc"
    let told: [CPUIdentifier] = CPUIdentifier.ofMachine(
      kernel: kernel, sysfs: sysfs, procfs: procfs)
    if !told.isEmpty { return told }
    var models: [CPUIdentifier] = []
    for design in Microarchitecture.ofTree(inventory) {
      guard let model = design.cpus.first?.first, !models.contains(model) else { continue }
      models.append(model)
    }
    return models
  }

  /// Reads all events and metrics that sources describe for this machine.
  ///
  /// - Parameters:
  ///   - kinds: The kinds of sources to ask; nil asks all.
  ///   - detail: How much of each event is wanted.
  /// - Returns: The tables, those of the kernel first, and what cannot be read.
  public func events(
    from kinds: Set<EventSourceKind>? = nil, detail: EventDetail = .everything
  ) -> MachineEvents {
    let kinds: Set<EventSourceKind> = kinds ?? Set(EventSourceKind.allCases)
    var all = MachineEvents(tables: [], failures: [])
    for source in kernelSources where kinds.contains(source.kind) {
      all.add(everythingOf: source, detail: detail)
    }
    let further: MachineTables = store.tables(of: cpus, from: kinds, detail: detail)
    all.tables += further.tables
    if kinds.contains(.kernelEvents) { all.tables += chipTables }
    all.failures += further.failures
    return all
  }

  /// Describes the events that bear a name, however a source spells it.
  ///
  /// Letters of either case and all separators of words are equal, so that
  /// `L1D.REPLACEMENT` also finds `L1D:REPLACEMENT` of libpfm4 and `L1D_REPLACEMENT` of
  /// LIKWID. Sources may mean different events by one name: compare the words of the
  /// descriptions, as ``explain(_:)`` does. Names of other words for the same code are
  /// found by ``aliases(of:on:)``.
  ///
  /// ```swift
  /// let catalog = EventCatalog(sources: EventSources.usual())
  /// for definition in catalog.describe("page-faults") {
  ///   print(definition.provenance.source, definition.name, definition.brief)
  /// }
  /// ```
  ///
  /// - Parameter name: The name in the language of any source.
  /// - Returns: A description from each source that knows the name, those of the kernel
  ///   first; none if nobody does.
  public func describe(_ name: String) -> [EventDefinition] {
    var found: [EventDefinition] = Self.generic.definitions(spelledLike: name)
    if let sysfs {
      found += SysfsSource(kernel: kernel, root: sysfs).definitions(spelledLike: name)
      found += tracepoints(spelledLike: name)
    }
    let further: MachineTables = store.tables(of: cpus, from: Set(EventSourceKind.allCases))
    let chips = MachineTables(tables: chipTables, failures: [])
    return found + further.definitions(spelledLike: name)
      + chips.definitions(spelledLike: name)
  }

  /// The tracepoint that bears a name, whatever separates its words.
  private func tracepoints(spelledLike name: String) -> [EventDefinition] {
    let lowered: String = name.lowercased()
    // All tracepoints of a machine are thousands of files.
    guard lowered.utf8.contains(UInt8(ascii: ":")) else { return [] }
    let folded: String = NameFolding.text(of: name)
    let all: MachineEvents = TracepointSource(kernel: kernel, folders: tracefs).events(
      in: { lowered.hasPrefix($0.lowercased() + ":") }, detail: .everything)
    return all.tables.flatMap(\.events).filter { NameFolding.text(of: $0.name) == folded }
  }

  /// The kernel's tables of the machine's chips, by the identifiers of their PMUs.
  var chipTables: [EventTable] {
    ChipTables(store: store, pmus: inventory).tables()
  }

  /// What every kernel says, which is the same for all machines and questions.
  static let generic: MachineTables = {
    var all = MachineEvents(tables: [], failures: [])
    all.add(everythingOf: GenericSource())
    return MachineTables(tables: all.tables, failures: all.failures)
  }()

  /// What the kernel of the machine says, read anew at each question.
  var kernelSources: [any EventSource] {
    guard let sysfs else { return [GenericSource()] }
    return [
      GenericSource(), SysfsSource(kernel: kernel, root: sysfs),
      TracepointSource(kernel: kernel, folders: tracefs),
    ]
  }
}

extension MachineEvents {
  /// Adds all tables of a source.
  fileprivate mutating func add(
    everythingOf source: any EventSource, detail: EventDetail = .everything
  ) {
    if let sysfs = source as? SysfsSource {
      // Each table by itself would list all PMUs anew.
      let found: MachineEvents = sysfs.tables()
      tables += found.tables
      failures += found.failures
      return
    }
    if let source = source as? TracepointSource {
      let all: MachineEvents = source.events(in: { _ in true }, detail: detail)
      tables += all.tables
      failures += all.failures
      return
    }
    let names: [String]
    do throws(EventSourceError) {
      names = source is GenericSource ? GenericSource.ordered : try source.tableNames()
    } catch {
      failures.append(error)
      return
    }
    for name in names {
      do throws(EventSourceError) {
        tables.append(try source.table(named: name, detail: detail))
      } catch {
        failures.append(error)
      }
    }
  }
}
