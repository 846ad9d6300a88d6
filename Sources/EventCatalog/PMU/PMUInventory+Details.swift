internal import PerfEvent

extension PMUInventory {
  /// All that sysfs says about a PMU; what cannot be read is told beside it.
  func details(of pmu: PMU) -> PMUDetails {
    var details = PMUDetails(pmu: pmu)
    details.warnings = warnings(aboutCPUsOf: pmu)
    for name in formatNames(of: pmu).sorted {
      do throws(LocatedProblem) {
        guard let format = try format(named: name, of: pmu, position: 0) else { continue }
        details.terms.append(PMUTerm(name, format))
      } catch {
        details.warnings.append(EventSourceError(error, in: folder))
      }
    }
    details.eventNames = eventNames(of: pmu).sorted
    let path: String = "\(folder)/\(pmu.name)"
    let capabilities: [String] = (try? kernel.listDirectory(path + "/caps")) ?? []
    for name in capabilities.prefix(Self.limit) where RelativePath.isName(name) {
      details.capabilities[name] = try? kernel.readText("\(path)/caps/\(name)")
    }
    details.identifier = try? kernel.readText(path + "/identifier")
    details.alias = try? kernel.readText(path + "/alias")
    details.userReadAccess = number(path + "/rdpmc")
    details.multiplexIntervalMilliseconds = number(path + "/perf_event_mux_interval_ms")
    details.addressFilterCount = number(path + "/nr_addr_filters")
    return details
  }

  private func number(_ path: String) -> Int? {
    (try? kernel.readText(path)).flatMap { Int($0) }
  }
}

extension EventSourceError {
  /// What a resolver would say of a file, as the source of the file says it.
  ///
  /// - Parameters:
  ///   - located: What a resolver says.
  ///   - folder: The folder to name where it names no file.
  ///   - entry: The event in the folder, if it is about one.
  init(_ located: LocatedProblem, in folder: String, entry: String? = nil) {
    switch located.problem {
    case .unreadableFile(let path, let error):
      self.init(path: path, problem: .unreadable(error))
    case .malformedFile(let path, let text):
      self.init(
        path: path,
        problem: .invalidField(String(path.split(separator: "/").last ?? ""), value: text))
    default:
      self.init(
        path: folder, place: entry.map(Place.entry), problem: .unresolvable(located.problem))
    }
  }
}
