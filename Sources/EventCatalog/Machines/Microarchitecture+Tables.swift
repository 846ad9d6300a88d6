extension Microarchitecture {
  /// Returns the tables of a source that are about the microarchitecture.
  ///
  /// With them come the tables of events that belong to no cores, such as those of the
  /// kernel itself and of the energy counters in libpfm4.
  ///
  /// - Parameter source: The source.
  /// - Returns: The names, none if the source has nothing about it.
  /// - Throws: What cannot be read.
  public func tableNames(in source: some EventSource) throws(EventSourceError) -> [String] {
    let known: [String] = try source.tableNames()
    let lowered: [String] = known.map { $0.lowercased() }
    var found: [String] = []
    // In the order of this table, which names the best one first.
    for wanted in tables.names(in: source.kind).map({ $0.lowercased() }) {
      for (name, own) in zip(known, lowered) where !found.contains(name) {
        let isSame: Bool =
          own == wanted || wanted.hasSuffix("/" + own) || own.hasSuffix("/" + wanted)
        if isSame { found.append(name) }
      }
    }
    guard source.kind == .libpfm4, !found.isEmpty else { return found }
    let common: Set<String> = layout == .intel ? ["perf", "rapl", "ix86arch"] : ["perf"]
    return found + known.filter { common.contains($0) && !found.contains($0) }
  }
}
