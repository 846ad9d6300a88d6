/// Which PMUs of libpfm4 belong to which CPU.
///
/// The library knows it too, but tells it only about the CPU on which it runs. The
/// rows say the same as it does, except that models of the same cores that appeared
/// after the library are added; the tests compare both.
enum LibpfmCPUTable {
  /// A microarchitecture's PMUs.
  struct Row: Sendable {
    /// The PMU of the cores, or nil where the library has a table of others only.
    var core: String?
    /// The beginning of the names of PMUs outside of the cores.
    var uncore: [String] = []
  }

  /// The row of a CPU, or nil if the library has no table for it.
  static func row(of cpu: CPUIdentifier) -> Row? {
    switch cpu {
    case .x86("GenuineIntel", let family, let model, let stepping):
      intel(family: family, model: model, stepping: stepping)
    case .x86("AuthenticAMD", let family, let model, let stepping):
      amd(family: family, model: model, stepping: stepping)
    case .arm64(let midr):
      arm(implementer: midr >> 24 & 0xff, part: midr >> 4 & 0xfff)
    default: nil
    }
  }

  private static func intel(family: UInt32, model: UInt32, stepping: UInt32?) -> Row? {
    switch family {
    case 6 where model == 85:
      // Skylake-SP and its successor Cascade Lake differ in the stepping alone.
      Row(core: (stepping ?? 0) < 5 ? "skx" : "clx", uncore: ["skx_unc_", "rapl"])
    case 6: intelCores[model]
    case 11: model == 1 ? Row(core: "knc") : nil
    case 15: Row(core: [3, 4, 6].contains(model) ? "netburst_p" : "netburst")
    default: nil
    }
  }

  private static let intelCores: [UInt32: Row] = {
    var rows: [UInt32: Row] = [:]
    for (models, row) in intelModels {
      for model in models { rows[model] = row }
    }
    return rows
  }()

  private static let intelModels: [([UInt32], Row)] = [
    ([1], Row(core: "ppro")), ([3, 5, 6], Row(core: "pii")), ([7, 8, 10, 11], Row(core: "p6")),
    ([9, 13], Row(core: "pm")), ([14], Row(core: "coreduo")),
    ([15, 23, 29], Row(core: "core")), ([28, 38, 39, 53, 54], Row(core: "atom")),
    ([26, 30, 31], Row(core: "nhm", uncore: ["nhm_unc"])), ([46], Row(core: "nhm_ex")),
    ([37], Row(core: "wsm")), ([44, 47], Row(core: "wsm_dp", uncore: ["wsm_unc"])),
    ([42], Row(core: "snb", uncore: ["snb_unc_", "rapl"])),
    ([45], Row(core: "snb_ep", uncore: ["snbep_unc_", "rapl"])),
    ([58], Row(core: "ivb", uncore: ["ivb_unc_", "rapl"])),
    ([62], Row(core: "ivb_ep", uncore: ["ivbep_unc_", "rapl"])),
    ([60, 69, 70], Row(core: "hsw", uncore: ["rapl"])),
    ([63], Row(core: "hsw_ep", uncore: ["hswep_unc_", "rapl"])),
    ([61, 71], Row(core: "bdw", uncore: ["rapl"])),
    ([79, 86], Row(core: "bdw_ep", uncore: ["bdx_unc_", "rapl"])),
    ([78, 94, 142, 158, 165, 166], Row(core: "skl", uncore: ["rapl"])),
    ([55, 76, 77], Row(core: "slm")), ([92, 95], Row(core: "glm", uncore: ["rapl"])),
    ([0x86, 0x96], Row(core: "tmt")),
    ([87], Row(core: "knl", uncore: ["knl_unc_"])),
    ([133], Row(core: "knm", uncore: ["knm_unc_"])),
    ([108, 125, 126, 157], Row(core: "icl", uncore: ["rapl"])),
    ([140, 141, 167], Row(core: "icl")), ([106], Row(core: "icx", uncore: ["rapl"])),
    ([143], Row(core: "spr", uncore: ["rapl"])),
    // Cannon Lake and Goldmont Plus.
    ([102, 122], Row(uncore: ["rapl"])),
    // Jasper Lake, and Emerald Rapids, whose cores are those of Sapphire Rapids.
    ([0x9c], Row(core: "tmt")), ([0xcf], Row(core: "spr")),
  ]
}
