extension BuiltInLayouts {
  static let amdCore: [String: String] = [
    "event": "config:0-7,32-35", "umask": "config:8-15", "edge": "config:18",
    "inv": "config:23", "cmask": "config:24-31",
  ]

  /// The last-level cache from Zen 3 on.
  static let amdCache: [String: String] = [
    "event": "config:0-7", "umask": "config:8-15", "coreid": "config:42-44",
    "enallslices": "config:46", "enallcores": "config:47", "sliceid": "config:48-50",
    "threadmask": "config:56-57",
  ]

  static func amd(_ unit: String, family: MachineFamily) -> [String: String]? {
    let isNewest: Bool = family == .amdZen4
    switch unit {
    case PMUUnit.core.name:
      return amdCore
    case "amd_l3" where family == .amdZen1:
      return [
        "event": "config:0-7", "umask": "config:8-15", "slicemask": "config:48-51",
        "threadmask": "config:56-63",
      ]
    case "amd_l3":
      return amdCache
    case "amd_df":
      return [
        "event": isNewest ? "config:0-7,32-37" : "config:0-7,32-35,59-60",
        "umask": isNewest ? "config:8-15,24-27" : "config:8-15",
      ]
    case "amd_umc": return ["event": "config:0-7", "rdwrmask": "config:8-9"]
    default: return common(unit)
    }
  }

  static func arm(_ unit: String) -> [String: String]? {
    switch unit {
    case PMUUnit.core.name: armCore
    case "arm_cmn":
      [
        "type": "config:0-15", "eventid": "config:16-26", "occupid": "config:27-30",
        "bynodeid": "config:31", "nodeid": "config:32-47",
      ]
    case "smmuv3_pmcg", "uncore_smmuv3_pmcg", "hisi_sicl,cpa": ["event": "config:0-15"]
    case "imx9_ddr":
      [
        "event": "config:0-7", "counter": "config:8-15", "axi_id": "config1:0-17",
        "axi_mask": "config2:0-17",
      ]
    case "imx8_ddr":
      ["event": "config:0-7", "axi_id": "config1:0-15", "axi_mask": "config1:16-31"]
    case "ali_drw": ["event": "config:0-5"]
    default: unit.hasPrefix("hisi_") || unit.hasPrefix("uncore_") ? ["event": "config:0-7"] : nil
    }
  }

  static let armCore: [String: String] = [
    "event": "config:0-15", "long": "config1:0", "rdpmc": "config1:1",
    "threshold_count": "config1:2", "threshold_compare": "config1:3-4",
    "threshold": "config1:5-16",
  ]

  static let zhaoxinCore: [String: String] = [
    "event": "config:0-7", "umask": "config:8-15", "edge": "config:18", "inv": "config:23",
    "cmask": "config:24-31",
  ]

  static let riscvCore: [String: String] = ["event": "config:0-47", "firmware": "config:63"]
}
