/// The formats that the kernel gives to the PMUs of a family of machines.
///
/// They stand in for sysfs where the machine in question is not this one. They are those
/// of current kernels; a machine's own are to be preferred where they are at hand.
struct BuiltInLayouts: Sendable {
  let family: MachineFamily

  /// The layout of a kind of PMU, nil if it is not known.
  func layout(of unit: PMUUnit) -> TermLayout? {
    guard let texts = texts(of: unit.isCore ? PMUUnit.core.name : unit.name) else { return nil }
    return TermLayout(texts.compactMapValues(TermFormat.init))
  }

  private func texts(of unit: String) -> [String: String]? {
    switch family {
    case .intelClient: Self.intelClient(unit)
    case .intelBeforeLunarLake: unit == PMUUnit.core.name ? Self.earlyIntelCore : nil
    case .intelJaketown, .intelIvytown, .intelHaswellServer, .intelKnightsLanding:
      Self.earlyIntelServer(unit, family: family)
    case .intelSkylakeServer, .intelMeshServer: Self.intelServer(unit, family: family)
    case .amdZen1, .amdZen3, .amdZen4: Self.amd(unit, family: family)
    case .zhaoxin: unit == PMUUnit.core.name ? Self.zhaoxinCore : nil
    case .arm64: Self.arm(unit)
    case .powerpc: unit == PMUUnit.core.name ? ["event": "config:0-59"] : nil
    case .riscv: unit == PMUUnit.core.name ? Self.riscvCore : nil
    case .s390: ["event": "config:0-63"]
    }
  }
}
