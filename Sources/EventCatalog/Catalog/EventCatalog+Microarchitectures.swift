extension EventCatalog {
  /// The designs of the machine's cores, the fastest first; none of an unknown CPU.
  public var microarchitectures: [Microarchitecture] {
    var found: [Microarchitecture] = []
    for cpu in cpus {
      for design in Microarchitecture.of(cpu: cpu) where !found.contains(design) {
        found.append(design)
      }
    }
    return found
  }

  /// Reads all events and metrics that sources describe for a design of cores.
  ///
  /// These are the events of the cores and those of the packages that have them, but
  /// not those of the other kind of cores of a hybrid machine. What the kernel of this
  /// machine says is left out.
  ///
  /// - Parameters:
  ///   - microarchitecture: The design of the cores, of this machine or of any other.
  ///   - kinds: The kinds of sources to ask; nil asks all.
  ///   - detail: How much of each event is wanted.
  /// - Returns: The tables, in the order of the sources, and what cannot be read.
  public func events(
    of microarchitecture: Microarchitecture, from kinds: Set<EventSourceKind>? = nil,
    detail: EventDetail = .everything
  ) -> MachineEvents {
    store.tables(
      of: microarchitecture, from: kinds ?? Set(EventSourceKind.allCases), detail: detail)
  }
}
