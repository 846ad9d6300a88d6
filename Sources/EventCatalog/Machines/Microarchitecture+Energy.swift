extension Microarchitecture {
  /// The events of energy that machines with these cores can have, with their codes.
  ///
  /// Which of them a machine has depends on its model: servers meter no graphics, clients
  /// seldom their memory.
  var energyEvents: [(name: String, code: UInt64)] {
    switch layout {
    case .intel where !Self.isWithoutEnergy.contains(name):
      [
        ("energy-cores", 1), ("energy-pkg", 2), ("energy-ram", 3), ("energy-gpu", 4),
        ("energy-psys", 5),
      ]
    // Their cores are metered one by one, which is another PMU.
    case .amd where generic.hasPrefix("zen"): [("energy-pkg", 2)]
    default: []
    }
  }

  /// The cores of Intel that are older than its meters of energy.
  private static let isWithoutEnergy: Set<String> = [
    "p6", "pentium-m", "yonah", "netburst", "core2", "nehalemep", "nehalemex", "westmereep-sp",
    "westmereep-dp", "westmereex", "bonnell", "knightscorner",
  ]
}
