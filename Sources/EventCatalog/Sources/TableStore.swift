internal import Synchronization

/// The tables of several sources, each read when it is first needed and then kept.
///
/// Several threads may ask at once; a table that two need at the same time may be
/// read twice, and one of the equal results is kept.
final class TableStore: Sendable {
  let sources: [any EventSource]
  private let state: Mutex<State>

  private struct Key: Hashable {
    var source: Int
    var table: String
    var detail: EventDetail
  }

  private struct CPUKey: Hashable {
    var source: Int
    var cpu: CPUIdentifier
  }

  private struct State {
    var tables: [Key: SourceAnswer<EventTable>] = [:]
    var names: [CPUKey: SourceAnswer<[String]>] = [:]
    var views: [ViewKey: MachineTables] = [:]
    var aliases: [Microarchitecture: AliasResolver] = [:]
    var availability: AvailabilityIndex?
    /// How often was asked which microarchitectures have an event.
    var questions: Int = 0
  }

  private struct ViewKey: Hashable {
    var cpus: [CPUIdentifier]
    var kinds: Set<EventSourceKind>
    var detail: EventDetail
  }

  init(sources: [any EventSource]) {
    self.sources = sources
    self.state = Mutex(State())
  }

  /// The tables that hold for the cores of a machine.
  ///
  /// - Parameters:
  ///   - cpus: The kinds of cores, one unless they differ.
  ///   - kinds: The sources to ask.
  ///   - detail: How much of each event is wanted.
  /// - Returns: The tables, in the order of the sources and of the kinds of cores.
  func tables(
    of cpus: [CPUIdentifier], from kinds: Set<EventSourceKind>, detail: EventDetail = .everything
  ) -> MachineTables {
    let key = ViewKey(cpus: cpus, kinds: kinds, detail: detail)
    if let known = state.withLock({ $0.views[key] }) { return known }
    var tables: [EventTable] = []
    var failures: [EventSourceError] = []
    for (index, source) in sources.enumerated() where kinds.contains(source.kind) {
      var seen: Set<String> = []
      for cpu in cpus {
        switch names(of: cpu, in: index) {
        case .failure(let error): failures.append(error)
        case .value(let names):
          for name in names where seen.insert(name).inserted {
            switch table(named: name, in: index, detail: detail) {
            case .value(let table): tables.append(table)
            case .failure(let error): failures.append(error)
            }
          }
        }
      }
    }
    let view = MachineTables(tables: tables, failures: failures)
    state.withLock { $0.views[key] = view }
    return view
  }

  /// Notes a question, and returns how many there were.
  func questionsOfAvailability() -> Int {
    state.withLock { state in
      state.questions += 1
      return state.questions
    }
  }

  /// A table that was read before.
  func knownTable(named name: String, in source: Int) -> EventTable? {
    let key = Key(source: source, table: name, detail: .everything)
    guard case .value(let table)? = state.withLock({ $0.tables[key] }) else { return nil }
    return table
  }

  /// The index of all tables, once it was made.
  var knownAvailability: AvailabilityIndex? {
    get { state.withLock { $0.availability } }
    set { state.withLock { $0.availability = newValue } }
  }

  /// The names of all events of a design of cores, joined by their codes.
  func aliasResolver(of microarchitecture: Microarchitecture) -> AliasResolver {
    if let known = state.withLock({ $0.aliases[microarchitecture] }) { return known }
    let tables: MachineEvents = tables(
      of: microarchitecture, from: Set(EventSourceKind.allCases))
    let resolver = AliasResolver(microarchitecture: microarchitecture, tables: tables.tables)
    state.withLock { $0.aliases[microarchitecture] = resolver }
    return resolver
  }

  /// A table of a source by its place among the sources.
  ///
  /// Only a source that lists names sooner than the rest has two forms of a table.
  func table(
    named name: String, in source: Int, detail: EventDetail = .everything
  ) -> SourceAnswer<EventTable> {
    let isShort: Bool = detail == .names && sources[source] is any NameListing
    let key = Key(source: source, table: name, detail: isShort ? .names : .everything)
    if let known = state.withLock({ $0.tables[key] }) { return known }
    let answer: SourceAnswer<EventTable>
    do throws(EventSourceError) {
      answer = .value(try sources[source].table(named: name, detail: key.detail))
    } catch {
      answer = .failure(error)
    }
    state.withLock { $0.tables[key] = answer }
    return answer
  }

  func names(of cpu: CPUIdentifier, in source: Int) -> SourceAnswer<[String]> {
    let key = CPUKey(source: source, cpu: cpu)
    if let known = state.withLock({ $0.names[key] }) { return known }
    let answer: SourceAnswer<[String]>
    do throws(EventSourceError) {
      answer = .value(try sources[source].tableNames(of: cpu))
    } catch {
      answer = .failure(error)
    }
    state.withLock { $0.names[key] = answer }
    return answer
  }
}

/// What a source said when it was asked, kept for the next time.
enum SourceAnswer<Value: Sendable>: Sendable {
  case value(Value)
  case failure(EventSourceError)
}
