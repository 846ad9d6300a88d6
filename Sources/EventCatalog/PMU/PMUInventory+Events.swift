internal import PerfEvent

extension PMUInventory {
  /// The event of a PMU that bears a name, in letters of either case.
  func event(named name: String, of pmu: PMU) throws(LocatedProblem) -> PMUEventText? {
    let names: [String] = eventNames(of: pmu)
    let lowered: String = name.lowercased()
    guard
      let file = names.contains(name) ? name : names.first(where: { $0.lowercased() == lowered })
    else { return nil }
    let path: String = "\(folder)/\(pmu.name)/events/\(file)"
    let text: String = try read(path)
    guard var event = PMUEventText(text) else {
      throw LocatedProblem(problem: .malformedFile(path: path, text: text), position: 0)
    }
    if let scaleText = try optional(path + ".scale") {
      guard let scale = Double(scaleText), scale.isFinite else {
        throw LocatedProblem(
          problem: .malformedFile(path: path + ".scale", text: scaleText), position: 0)
      }
      event.scale = scale
    }
    event.unit = try optional(path + ".unit") ?? ""
    event.isSnapshot = try optional(path + ".snapshot") == "1"
    return event
  }

  /// The text of a file that need not be there.
  private func optional(_ path: String) throws(LocatedProblem) -> String? {
    do {
      return try kernel.readText(path)
    } catch {
      if error == .noSuchFile { return nil }
      throw LocatedProblem(problem: .unreadableFile(path: path, error: error), position: 0)
    }
  }
}
