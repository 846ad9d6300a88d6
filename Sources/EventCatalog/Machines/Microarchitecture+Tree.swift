internal import PerfEvent

extension Microarchitecture {
  /// The designs of cores that the PMUs of a copy of sysfs tell, none if they do not.
  ///
  /// Intel's PMUs of cores have a file with the name of their design, and those of Arm
  /// may bear it themselves. AMD's tell nothing. Servers have the name of the client
  /// with such cores, and are told from it by the PMUs of their packages.
  static func ofTree(_ pmus: PMUInventory) -> [Microarchitecture] {
    var found: [Microarchitecture] = []
    for core in pmus.cores {
      let file: String = "\(pmus.folder)/\(core.name)/caps/pmu_name"
      let text: String? = try? pmus.kernel.readText(file)
      for design in designs(called: text ?? core.name, isServer: isServer(pmus))
      where !found.contains(design) {
        found.append(design)
      }
    }
    return found
  }

  /// Boxes that no client has.
  private static func isServer(_ pmus: PMUInventory) -> Bool {
    pmus.names.contains { name in
      ["uncore_ubox", "uncore_pcu", "uncore_cha"].contains(where: name.hasPrefix)
    }
  }

  private static func designs(called text: String, isServer: Bool) -> [Microarchitecture] {
    var word: String = text.lowercased()
    for prefix in ["armv8_", "armv7_"] where word.hasPrefix(prefix) {
      word.removeFirst(prefix.count)
      return Microarchitecture.named(word.replacing("_", with: "-"))
    }
    if word.hasSuffix("_hybrid") { word.removeLast("_hybrid".count) }
    word.removeAll { $0 == "_" || $0 == "-" }
    if isServer {
      let others: [String: String] = ["sandybridge": "jaketown", "ivybridge": "ivytown"]
      let servers: [Microarchitecture] = Microarchitecture.named(others[word] ?? word + "x")
      if !servers.isEmpty { return servers }
    }
    return Microarchitecture.named(word)
  }
}
