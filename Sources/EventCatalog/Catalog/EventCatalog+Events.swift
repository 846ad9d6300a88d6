extension EventCatalog {
  /// The models of the machine's cores, the first CPU's first.
  ///
  /// There are none where neither the creator nor the kernel tells.
  public var cpus: [CPUIdentifier] {
    if let givenCPUs { return givenCPUs }
    guard let sysfs else { return [] }
    // A copy of another machine's tree says nothing of the CPU that reads it.
    let procfs: String = sysfs == "/sys" ? "/proc" : "\(sysfs)/../proc"
    return CPUIdentifier.ofMachine(kernel: kernel, sysfs: sysfs, procfs: procfs)
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

  /// Describes the events that bear a name, in letters of either case.
  ///
  /// - Parameter name: The name in the language of any source.
  /// - Returns: A description from each source that knows the name, those of the kernel
  ///   first; none if nobody does.
  public func describe(_ name: String) -> [EventDefinition] {
    var found: [EventDefinition] = Self.generic.definitions(named: name)
    if let sysfs {
      found += SysfsSource(kernel: kernel, root: sysfs).definitions(named: name)
      found += tracepoints(named: name)
    }
    let further: MachineTables = store.tables(of: cpus, from: Set(EventSourceKind.allCases))
    let chips = MachineTables(tables: chipTables, failures: [])
    return found + further.definitions(named: name) + chips.definitions(named: name)
  }

  /// The tracepoint that bears a name, in letters of either case.
  private func tracepoints(named name: String) -> [EventDefinition] {
    let lowered: String = name.lowercased()
    // All tracepoints of a machine are thousands of files.
    guard lowered.utf8.contains(UInt8(ascii: ":")) else { return [] }
    let all: MachineEvents = TracepointSource(kernel: kernel, folders: tracefs).events(
      in: { lowered.hasPrefix($0.lowercased() + ":") }, detail: .everything)
    return all.tables.flatMap(\.events).filter { $0.name.lowercased() == lowered }
  }

  /// The kernel's tables of the machine's chips, by the identifiers of their PMUs.
  var chipTables: [EventTable] {
    ChipTables(store: store, pmus: inventory).tables()
  }

  /// What every kernel says, which is the same for all machines and questions.
  private static let generic: MachineTables = {
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
