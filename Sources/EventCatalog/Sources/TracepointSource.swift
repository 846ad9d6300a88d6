public import PerfEvent

/// The tracepoints of tracefs, one table per system.
public struct TracepointSource: EventSource {
  /// No kernel has more tracepoints in one system than this.
  static let limit: Int = 1 << 16

  private let kernel: any Kernel
  private let folders: [String]
  private let readsNumbers: Bool

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - kernel: What reads the files.
  ///   - folders: The folders where tracefs may be; the first that can be listed is
  ///     taken.
  ///   - readsNumbers: Whether tables hold the number of each tracepoint, for which a
  ///     file must be read for each; the names alone are one listing per system.
  public init(
    kernel: any Kernel = LinuxKernel(),
    folders: [String] = ["/sys/kernel/tracing", "/sys/kernel/debug/tracing"],
    readsNumbers: Bool = true
  ) {
    self.kernel = kernel
    self.folders = folders
    self.readsNumbers = readsNumbers
  }

  /// The kind of source.
  public var kind: EventSourceKind { .tracefs }

  /// The names of all systems, sorted.
  ///
  /// - Returns: The names, such as `sched`.
  /// - Throws: ``EventSourceProblem/unreadable(_:)`` where tracefs is not mounted or
  ///   not readable.
  public func tableNames() throws(EventSourceError) -> [String] {
    let folder: TracepointFolder = try folder()
    return folder.systems.filter { !folder.names(of: $0).isEmpty }
  }

  /// The names of all systems, whatever the CPU.
  ///
  /// - Parameter cpu: The CPU of the machine.
  /// - Returns: The names, such as `sched`.
  /// - Throws: What ``tableNames()`` throws.
  public func tableNames(of cpu: CPUIdentifier) throws(EventSourceError) -> [String] {
    try tableNames()
  }

  /// Lists the tracepoints of a system.
  ///
  /// - Parameter name: The name of the system.
  /// - Returns: The tracepoints, `sched:sched_switch`, with their numbers if the
  ///   source reads them.
  /// - Throws: ``EventSourceProblem/noTable(_:)`` if there is no such system.
  public func table(named name: String) throws(EventSourceError) -> EventTable {
    let folder: TracepointFolder = try folder()
    let names: [String] = RelativePath.isName(name) ? folder.names(of: name) : []
    let path: String = "\(folder.root)/events/\(name)"
    guard !names.isEmpty else { throw EventSourceError(path: path, problem: .noTable(name)) }
    guard names.count <= Self.limit else {
      throw EventSourceError(path: path, problem: .tooManyEntries(limit: Self.limit))
    }
    var table = EventTable(name: name)
    for event in names {
      var definition = EventDefinition(
        name: "\(name):\(event)", unit: .tracepoint,
        provenance: EventProvenance(source: .tracefs, location: "\(path)/\(event)"))
      definition.topic = name
      if readsNumbers {
        do throws(LocatedProblem) {
          guard let id = try folder.id(system: name, name: event, position: 0) else { continue }
          definition.words = EventWords(config: id)
        } catch {
          table.warnings.append(EventSourceError(error, in: path))
          continue
        }
      }
      table.events.append(definition)
    }
    return table
  }

  /// Reads the number and the fields of a tracepoint.
  ///
  /// - Parameter name: The system and the name, such as `sched:sched_switch`.
  /// - Returns: The number, the fields and how the kernel prints them.
  /// - Throws: ``EventSourceProblem/noTable(_:)`` if there is no such tracepoint.
  public func format(of name: String) throws(EventSourceError) -> TracepointFormat {
    let folder: TracepointFolder = try folder()
    let parts: [Substring] = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, RelativePath.isName(parts[0]),
      RelativePath.isName(parts[1])
    else { throw EventSourceError(path: folder.root, problem: .noTable(name)) }
    do throws(LocatedProblem) {
      if let format = try folder.format(
        system: String(parts[0]), name: String(parts[1]), position: 0)
      {
        return format
      }
    } catch {
      throw EventSourceError(error, in: folder.root)
    }
    throw EventSourceError(path: folder.root, problem: .noTable(name))
  }

  private func folder() throws(EventSourceError) -> TracepointFolder {
    do throws(LocatedProblem) {
      return try TracepointFolder(kernel: kernel, roots: folders, position: 0)
    } catch {
      guard case .tracepointsUnavailable(let path, let reason) = error.problem else {
        throw EventSourceError(error, in: folders.first ?? "")
      }
      throw EventSourceError(path: path, problem: .unreadable(reason))
    }
  }
}
