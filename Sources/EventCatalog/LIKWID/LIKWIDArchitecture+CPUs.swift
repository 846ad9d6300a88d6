extension LIKWIDArchitecture {
  /// The tables that LIKWID uses for a CPU, the best one first.
  static func names(of cpu: CPUIdentifier) -> [String] {
    let names: [String] =
      switch cpu {
      case .x86("GenuineIntel", 6, let model, let stepping): intel(model, stepping: stepping ?? 0)
      case .x86("GenuineIntel", 11, 1, _): ["phi"]
      case .x86("AuthenticAMD", let family, let model, _): amd(family, model: model)
      case .x86("HygonGenuine", _, _, _): ["zen"]
      case .arm64(let midr): arm(implementer: midr >> 24 & 0xFF, part: midr >> 4 & 0xFFF)
      case .x86, .riscv, .other: []
      }
    return names + names.compactMap { groupFolders[$0] }
  }

  private static func intel(_ model: UInt32, stepping: UInt32) -> [String] {
    switch model {
    case 0x09, 0x0D: ["pm"]
    case 0x0F, 0x17, 0x1D: ["core2"]
    case 0x1C, 0x26, 0x27, 0x36: ["atom"]
    case 0x37, 0x4A, 0x4C, 0x4D, 0x5A, 0x5D: ["silvermont"]
    case 0x5C, 0x5F: ["goldmont"]
    case 0x7A, 0x86: ["goldmontplus", "goldmont"]
    case 0x1A, 0x1E, 0x1F: ["nehalem"]
    case 0x2E: ["nehalemEX"]
    case 0x25, 0x2C: ["westmere"]
    case 0x2F: ["westmereEX"]
    case 0x2A: ["sandybridge"]
    case 0x2D: ["sandybridgeEP"]
    case 0x3A: ["ivybridge"]
    case 0x3E: ["ivybridgeEP"]
    case 0x3C, 0x45, 0x46: ["haswell"]
    case 0x3F: ["haswellEP"]
    case 0x3D, 0x47: ["broadwell"]
    case 0x56: ["broadwelld"]
    case 0x4F: ["broadwellEP"]
    case 0x57, 0x85: ["knl"]
    default: recentIntel(model, stepping: stepping)
    }
  }

  private static func recentIntel(_ model: UInt32, stepping: UInt32) -> [String] {
    switch model {
    case 0x4E, 0x5E, 0x66, 0x8E, 0x9E, 0xA5, 0xA6: ["skylake"]
    case 0x55: [stepping >= 5 ? "cascadelakeX" : "skylakeX"]
    case 0x7D, 0x7E: ["icelake"]
    case 0xA7: ["RKL", "icelake"]
    case 0x6A, 0x6C: ["icelakeX"]
    case 0x8C, 0x8D: ["tigerlake"]
    case 0x8F: ["sapphirerapids"]
    case 0xCF: ["emeraldrapids"]
    case 0xAD: ["graniterapids"]
    case 0xAF: ["sierraforrest"]
    default: []
    }
  }

  private static func amd(_ family: UInt32, model: UInt32) -> [String] {
    switch family {
    case 0x0F: ["k8"]
    case 0x10: ["k10"]
    case 0x15: ["interlagos"]
    case 0x16: ["kabini"]
    case 0x17: [model < 0x30 ? "zen" : "zen2"]
    case 0x19:
      switch model {
      case 0x00...0x0F, 0x20...0x5F: ["zen3"]
      case 0xA0...0xAF: ["zen4c", "zen4"]
      default: ["zen4"]
      }
    case 0x1A:
      switch model {
      case 0x50...0x5F, 0x80...0xAF, 0xC0...0xCF: ["zen6"]
      default: ["zen5"]
      }
    default: []
    }
  }

  private static func arm(implementer: UInt64, part: UInt64) -> [String] {
    switch (implementer, part) {
    case (0x41, 0xC07), (0x41, 0xC0F): ["a15"]
    case (0x41, 0xD03), (0x41, 0xD04), (0x41, 0xD07), (0x41, 0xD08), (0x41, 0xD09): ["a57"]
    case (0x41, 0xD0B), (0x41, 0xD0C): ["neon1"]
    case (0x41, 0xD40): ["graviton3"]
    case (0x41, 0xD49): ["neon2"]
    case (0x41, 0xD4F): ["nvidiagrace"]
    case (0x42, 0x516), (0x43, 0x0AF): ["cavtx2"]
    case (0x46, 0x001): ["a64fx"]
    case (0x46, 0x003): ["fx1000"]
    case (0x61, 0x022...0x025), (0x61, 0x028), (0x61, 0x029): ["applem1"]
    default: []
    }
  }
}
