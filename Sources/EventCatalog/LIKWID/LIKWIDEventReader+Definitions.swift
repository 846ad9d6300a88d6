extension LIKWIDEventReader {
  /// All events in the order of the file.
  func definitions() -> [EventDefinition] {
    lines.map(definition)
  }

  private func definition(of line: LIKWIDEventLine) -> EventDefinition {
    let unit: PMUUnit? = line.counters.lazy.compactMap { $0.pmu(of: architecture) }.first
    let code: EventCode? = line.eventCode(of: architecture)
    var definition = EventDefinition(
      name: line.name,
      // What the kernel has no PMU for keeps LIKWID's own name.
      unit: unit ?? PMUUnit(line.counters.first?.unit.lowercased() ?? ""),
      terms: code?.terms ?? "", words: code?.words,
      provenance: EventProvenance(
        source: .likwid, location: path, architecture: architecture.name))
    if line.baseName != line.name { definition.baseName = line.baseName }
    definition.constraints = constraints(of: line)
    if unit == .power || unit == .powerOfCores {
      // The kernel counts in units of 2^-32 joules.
      definition.scale = 0x1p-32
      definition.countUnit = "Joules"
    }
    return definition
  }

  private func constraints(of line: LIKWIDEventLine) -> CounterConstraints {
    var constraints = CounterConstraints()
    let isFixed: Bool = line.counters.allSatisfy { $0.unit == "FIXC" }
    let numbers: [Int] = line.counters.compactMap { isFixed ? $0.number : $0.programmable }
    // A class without a number is all counters of its kind.
    if numbers.count == line.counters.count {
      let set: CounterSet = numbers.reduce(into: []) { $0.formUnion(CounterSet(counter: $1)) }
      if isFixed { constraints.fixed = set } else { constraints.programmable = set }
    }
    constraints.extraRegister = line.extraRegister(of: architecture)
    constraints.classes = line.classes
    constraints.remark = (line.defaults.map(\.text) + line.options).joined(separator: " ")
    return constraints
  }
}
