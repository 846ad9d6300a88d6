extension LibpfmCPUTable {
  static func amd(family: UInt32, model: UInt32, stepping: UInt32?) -> Row? {
    switch family {
    case 6: Row(core: "amd64_k7")
    case 15: Row(core: "amd64_k8_\(k8Revision(model: model, stepping: stepping))")
    case 16: Row(core: "amd64_fam10h_\(fam10hName(model: model))")
    case 17: Row(core: "amd64_fam11h_turion")
    case 18: Row(core: "amd64_fam12h_llano")
    case 20: Row(core: "amd64_fam14h_bobcat")
    case 21: Row(core: "amd64_fam15h_interlagos", uncore: ["amd64_fam15h_nb"])
    case 22: Row(core: "amd64_fam16h")
    case 23 where model < 0x30: Row(core: "amd64_fam17h_zen1")
    case 23: Row(core: "amd64_fam17h_zen2", uncore: ["amd64_rapl"])
    case 25: zen3And4(model: model)
    default: nil
    }
  }

  private static func zen3And4(model: UInt32) -> Row? {
    switch model {
    case 0x00...0x0f, 0x20...0x5f:
      Row(core: "amd64_fam19h_zen3", uncore: ["amd64_fam19h_zen3_l3", "amd64_rapl"])
    // The library knows 0x11 alone; the others are Zen 4 as well.
    case 0x10...0x1f, 0x60...0x7f, 0xa0...0xaf: Row(core: "amd64_fam19h_zen4")
    default: nil
    }
  }

  private static func k8Revision(model: UInt32, stepping: UInt32?) -> String {
    switch model >> 4 {
    case 0 where model == 5 && (stepping ?? 2) < 2: "revb"
    case 0 where model == 4 && stepping == 0: "revb"
    case 0: "revc"
    case 1: "revd"
    case 2, 3: "reve"
    case 4, 5, 0xc: "revf"
    case 6, 7, 8: "revg"
    default: "revb"
    }
  }

  private static func fam10hName(model: UInt32) -> String {
    switch model {
    case 4, 5, 6: "shanghai"
    case 8, 9: "istanbul"
    default: "barcelona"
    }
  }

  /// The row of an Arm CPU; a library built for another architecture lacks its PMUs.
  static func arm(implementer: UInt64, part: UInt64) -> Row? {
    switch (implementer, part) {
    case (0x41, 0xd03): Row(core: "arm_ac53")
    case (0x41, 0xd07): Row(core: "arm_ac57")
    case (0x41, 0xd0c): Row(core: "arm_n1")
    case (0x41, 0xd40): Row(core: "arm_v1")
    case (0x41, 0xd49): Row(core: "arm_n2")
    case (0x41, 0xd4f): Row(core: "arm_v2")
    case (0x42, 0x516), (0x43, 0x0af): Row(core: "arm_thunderx2", uncore: ["tx2_"])
    case (0x46, 0x001): Row(core: "arm_a64fx")
    case (0x48, 0xd01): Row(core: "arm_kunpeng", uncore: ["hisi_sccl"])
    case (0x50, 0x000): Row(core: "arm_xgene")
    default: nil
    }
  }
}
