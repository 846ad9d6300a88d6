internal import PerfEvent

extension PMUInventory {
  /// The event of a PMU that bears a name, in letters of either case.
  func event(
    named name: String, of pmu: PMU, position: Int
  ) throws(LocatedProblem) -> PMUEventText? {
    guard let file = eventNames(of: pmu).spelling(of: name) else { return nil }
    let path: String = "\(folder)/\(pmu.name)/events/\(file)"
    let text: String = try read(path, position: position)
    guard var event = PMUEventText(text) else {
      throw LocatedProblem(problem: .malformedFile(path: path, text: text), position: position)
    }
    if let scaleText = try optional(path + ".scale", position: position) {
      guard let scale = Double(scaleText), scale.isFinite else {
        throw LocatedProblem(
          problem: .malformedFile(path: path + ".scale", text: scaleText), position: position)
      }
      event.scale = scale
    }
    event.unit = try optional(path + ".unit", position: position) ?? ""
    event.isSnapshot = try optional(path + ".snapshot", position: position) == "1"
    event.isPerPackage = try optional(path + ".per-pkg", position: position) == "1"
    event.text = text
    return event
  }

  /// The text of a file that need not be there.
  private func optional(_ path: String, position: Int) throws(LocatedProblem) -> String? {
    do {
      return try kernel.readText(path)
    } catch {
      if error == .noSuchFile { return nil }
      throw LocatedProblem(problem: .unreadableFile(path: path, error: error), position: position)
    }
  }
}
