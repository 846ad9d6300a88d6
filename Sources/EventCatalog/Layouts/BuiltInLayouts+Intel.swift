extension BuiltInLayouts {
  static let intelCore: [String: String] = [
    "event": "config:0-7", "umask": "config:8-15,40-47", "edge": "config:18", "pc": "config:19",
    "any": "config:21", "inv": "config:23", "cmask": "config:24-31", "in_tx": "config:32",
    "in_tx_cp": "config:33", "eq": "config:36", "offcore_rsp": "config1:0-63",
    "ldlat": "config1:0-15", "frontend": "config1:0-23", "snoop_rsp": "config1:0-63",
    "acr_mask": "config2:0-63",
  ]

  /// What the kernel gives to cores before those of Lunar Lake.
  static let earlyIntelCore: [String: String] =
    intelCore
    .filter { !["eq", "acr_mask"].contains($0.key) }
    .merging(["umask": "config:8-15"]) { $1 }

  /// What boxes of most kinds have in common.
  static let anyUncore: [String: String] = counting.merging([
    "cmask": "config:24-31", "thresh": "config:24-31",
  ]) { own, _ in own }

  private static let counting: [String: String] = [
    "event": "config:0-7", "umask": "config:8-15", "edge": "config:18", "inv": "config:23",
  ]

  /// Desktop machines: few boxes, all of one kind.
  static func intelClient(_ unit: String) -> [String: String]? {
    if unit == PMUUnit.core.name { return intelCore }
    guard unit.hasPrefix("uncore_") else { return common(unit) }
    return counting.merging([
      "cmask": "config:24-28", "threshold": "config:24-29", "chmask": "config:8-11",
    ]) { own, _ in own }
  }

  /// Servers before Skylake.
  static func earlyIntelServer(_ unit: String, family: MachineFamily) -> [String: String]? {
    if unit == PMUUnit.core.name { return intelCore }
    guard unit.hasPrefix("uncore_") else { return common(unit) }
    let thresholds: [String: String] = counting.merging(["thresh": "config:24-31"]) { $1 }
    switch unit {
    case "uncore_cbox", "uncore_cha":
      return thresholds.merging(cachingAgentFilters(family)) { $1 }
    case "uncore_sbox": return thresholds.merging(["tid_en": "config:19"]) { $1 }
    case "uncore_qpi": return thresholds.merging(["event": "config:0-7,21"]) { $1 }
    case "uncore_ubox":
      return thresholds.merging([
        "thresh": "config:24-28", "filter_tid": "config1:0", "filter_cid": "config1:5",
      ]) { $1 }
    case "uncore_pcu": return powerControl
    default: return thresholds
    }
  }

  private static let powerControl: [String: String] = [
    "event": "config:0-7", "occ_sel": "config:14-15", "edge": "config:18", "inv": "config:23",
    "thresh": "config:24-28", "occ_invert": "config:30", "occ_edge_det": "config:31",
    "filter_band0": "config1:0-7", "filter_band1": "config1:8-15",
    "filter_band2": "config1:16-23", "filter_band3": "config1:24-31",
  ]

  private static func cachingAgentFilters(_ family: MachineFamily) -> [String: String] {
    switch family {
    case .intelJaketown:
      [
        "tid_en": "config:19", "filter_tid": "config1:0-4", "filter_nid": "config1:10-17",
        "filter_state": "config1:18-22", "filter_opc": "config1:23-31",
      ]
    case .intelKnightsLanding:
      [
        "qor": "config:16", "tid_en": "config:19", "filter_tid": "config1:0-8",
        "filter_link": "config1:12", "filter_state": "config1:18-20",
        "filter_local": "config1:33", "filter_all_op": "config1:35",
        "filter_nnm": "config1:37", "filter_opc": "config1:41-60",
        "filter_nc": "config1:62", "filter_isoc": "config1:63",
      ]
    default:
      [
        "tid_en": "config:19",
        "filter_tid": family == .intelIvytown ? "config1:0-4" : "config1:0-5",
        "filter_link": family == .intelIvytown ? "config1:5-8" : "config1:6-8",
        "filter_state": family == .intelIvytown ? "config1:17-22" : "config1:17-23",
        "filter_nid": "config1:32-47", "filter_opc": "config1:52-60",
        "filter_c6": "config1:61", "filter_nc": "config1:62", "filter_isoc": "config1:63",
      ]
    }
  }

  /// PMUs that are not of the boxes, but of the whole machine.
  static func common(_ unit: String) -> [String: String]? {
    switch unit {
    case "msr": ["event": "config:0-63"]
    case "power", "cstate_core", "cstate_pkg", "cstate_module": ["event": "config:0-7"]
    default: nil
    }
  }
}
