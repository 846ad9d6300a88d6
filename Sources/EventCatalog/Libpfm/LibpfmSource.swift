/// The tables of libpfm4 as a source of events, a table for each PMU.
///
/// A table has every event by itself and with each of its unit masks, as the library
/// lists them. What the library does not encode alone, such as an event that needs a
/// unit mask, has no words. The library says nothing of counters, of default periods
/// and of topics.
///
/// Known gaps of version 4.13: there are no tables for hybrid CPUs and for cores newer
/// than Sapphire Rapids and Zen 4; `rapl` holds the events that the machine's own CPU
/// has, or those of client chips; `ix86arch` is empty but on CPUs of Intel; terms of
/// `amd_l3` that select slices and threads are missing; and a library has no tables of
/// CPUs of an architecture that it was not built for.
public struct LibpfmSource: EventSource {
  /// The encoder and its tables.
  public let encoder: LibpfmEncoder

  /// The kind of source.
  public var kind: EventSourceKind { .libpfm4 }

  /// Creates a source.
  ///
  /// - Parameter encoder: The encoder, which has the tables.
  public init(encoder: LibpfmEncoder) {
    self.encoder = encoder
  }

  /// Creates a source, and initialises the library if nobody has done so.
  ///
  /// - Throws: That the library cannot be initialised.
  public init() throws(EventSourceError) {
    do {
      encoder = try LibpfmEncoder()
    } catch {
      throw Self.error(error)
    }
  }

  /// The names of all PMUs, sorted.
  ///
  /// - Returns: The names.
  public func tableNames() -> [String] {
    encoder.catalog.pmus.map(\.name).sorted()
  }

  /// The names of the PMUs of a CPU: of its cores, of its package, of the kernel.
  ///
  /// Where a package can have a varying number of boxes, all are named that the
  /// library knows. Names that the library keeps for old programs are left out.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: The names, none if the library does not know the CPU.
  public func tableNames(of cpu: CPUIdentifier) -> [String] {
    guard let row = LibpfmCPUTable.row(of: cpu) else { return [] }
    var names: [String] = row.core.flatMap(encoder.pmu(named:)).map { [$0.name] } ?? []
    // It is there on CPUs of Intel alone, and tells of the machine's own.
    if case .x86("GenuineIntel", _, _, _) = cpu, let common = encoder.pmu(named: "ix86arch"),
      common.eventCount > 0
    {
      names.append(common.name)
    }
    for pmu in encoder.catalog.pmus
    where pmu.scope == .uncore && row.uncore.contains(where: pmu.name.hasPrefix) {
      names.append(pmu.name)
    }
    if !names.isEmpty, let kernel = encoder.pmu(named: "perf") { names.append(kernel.name) }
    return names
  }

  /// Reads the table of a PMU.
  ///
  /// - Parameter name: The name of the PMU, in letters of either case.
  /// - Returns: The table.
  /// - Throws: That there is no such PMU.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    try table(named: name, encodes: true, filter: nil)
  }

  private func table(
    named name: String, encodes: Bool, filter: NameFilter?
  ) throws(EventSourceError) -> EventTable {
    guard let pmu = encoder.pmu(named: name) else {
      throw EventSourceError(path: Self.library, problem: .noTable(name))
    }
    do {
      return try LibpfmLibrary.locked { (_) throws(LibpfmError) in
        LibpfmTableReader(encoder: encoder, pmu: pmu, encodes: encodes, filter: filter).table()
      }
    } catch {
      throw Self.error(error)
    }
  }

  static let library = "libpfm4"

  private static func error(_ error: LibpfmError) -> EventSourceError {
    let problem: EventSourceProblem =
      switch error.problem {
      case .notInitialized(let code, let message), .refused(let code, let message):
        .library(code: code, message: message)
      default: .unresolvable(.libpfm4(error.problem))
      }
    return EventSourceError(
      path: library, place: error.event.isEmpty ? nil : .entry(error.event), problem: problem)
  }
}

extension LibpfmSource: NameListing {
  func names(ofTable name: String) throws(EventSourceError) -> EventTable {
    try table(named: name, encodes: false, filter: nil)
  }
}

extension LibpfmSource: NameSearching {
  func table(named name: String, filter: NameFilter) throws(EventSourceError) -> EventTable {
    try table(named: name, encodes: true, filter: .some(filter))
  }
}
