/// Which table of OProfile holds for which CPU.
enum OProfileCPUs {
  /// The table of a CPU, nil if OProfile has none for it.
  static func name(of cpu: CPUIdentifier) -> String? {
    switch cpu {
    case .x86("GenuineIntel", 6, let model, _): intel(model)
    case .x86("GenuineIntel", 15, let model, _): model > 2 ? "i386/p4-ht" : "i386/p4"
    case .x86("AuthenticAMD", let family, _, _), .x86("HygonGenuine", let family, _, _):
      amd(family)
    case .x86: nil
    case .arm64(let midr): arm(implementer: midr >> 24 & 0xFF, part: midr >> 4 & 0xFFF)
    case .riscv, .other: nil
    }
  }

  private static func intel(_ model: UInt32) -> String {
    switch model {
    case 0x00...0x02: "i386/ppro"
    case 0x03...0x05: "i386/pii"
    case 0x06...0x08, 0x0A, 0x0B: "i386/piii"
    case 0x09, 0x0D: "i386/p6_mobile"
    case 0x0E: "i386/core"
    case 0x0F, 0x16, 0x17, 0x1D: "i386/core_2"
    case 0x1C: "i386/atom"
    case 0x1A, 0x1E, 0x1F, 0x2E: "i386/nehalem"
    case 0x25, 0x2C, 0x2F: "i386/westmere"
    case 0x2A, 0x2D: "i386/sandybridge"
    case 0x3A, 0x3E: "i386/ivybridge"
    case 0x3C, 0x3F, 0x45, 0x46: "i386/haswell"
    case 0x3D, 0x47, 0x4F, 0x56: "i386/broadwell"
    case 0x4E, 0x5E, 0x55, 0x8E, 0x9E: "i386/skylake"
    case 0x37, 0x4C, 0x4D: "i386/silvermont"
    case 0x5C, 0x5F: "i386/goldmont"
    case 0x7A: "i386/goldmontplus"
    case 0x57: "i386/knightslanding"
    // For a core that it does not know OProfile takes the architectural events.
    default: "i386/arch_perfmon"
    }
  }

  private static func amd(_ family: UInt32) -> String? {
    switch family {
    case 0x06: "i386/athlon"
    case 0x0F: "x86-64/hammer"
    case 0x10: "x86-64/family10"
    case 0x11: "x86-64/family11h"
    case 0x12: "x86-64/family12h"
    case 0x14: "x86-64/family14h"
    case 0x15: "x86-64/family15h"
    case 0x16...: "x86-64/generic"
    default: nil
    }
  }

  private static func arm(implementer: UInt64, part: UInt64) -> String? {
    switch (implementer, part) {
    case (0x41, 0xB36), (0x41, 0xB56), (0x41, 0xB76): "arm/armv6"
    case (0x41, 0xB02): "arm/mpcore"
    case (0x41, 0xC05): "arm/armv7-ca5"
    case (0x41, 0xC07): "arm/armv7-ca7"
    case (0x41, 0xC08): "arm/armv7"
    case (0x41, 0xC09): "arm/armv7-ca9"
    case (0x41, 0xC0E): "arm/armv7-ca17"
    case (0x41, 0xC0F): "arm/armv7-ca15"
    case (0x41, 0xD03): "arm/armv8-ca53"
    case (0x41, 0xD07): "arm/armv8-ca57"
    case (0x42, 0x516), (0x43, 0x0AF): "arm/armv8-thunderx2"
    case (0x50, 0x000): "arm/armv8-xgene"
    case (0x51, 0x00F): "arm/armv7-scorpion"
    case (0x51, 0x02D): "arm/armv7-scorpionmp"
    case (0x51, 0x049), (0x51, 0x04D), (0x51, 0x06F): "arm/armv7-krait"
    default: nil
    }
  }
}
