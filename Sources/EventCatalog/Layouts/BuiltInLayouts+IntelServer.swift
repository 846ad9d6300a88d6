extension BuiltInLayouts {
  /// Servers from Skylake on.
  ///
  /// From Ice Lake on the boxes differ in how many upper bits their unit masks have;
  /// all lie from bit 32 on, so that the widest serves for all.
  static func intelServer(_ unit: String, family: MachineFamily) -> [String: String]? {
    guard unit.hasPrefix("uncore_") else { return intelClient(unit) }
    let isMesh: Bool = family == .intelMeshServer
    var texts: [String: String] = [
      "event": "config:0-7", "umask": isMesh ? "config:8-15,32-63" : "config:8-15",
      "edge": "config:18", "inv": "config:23", "thresh": "config:24-31",
    ]
    switch unit {
    case "uncore_cha":
      texts["tid_en"] = isMesh ? "config:16" : "config:19"
      texts["filter_tid"] = isMesh ? "config1:0-9" : "config1:0-8"
      if !isMesh { texts.merge(meshFilters) { $1 } }
    case "uncore_upi" where !isMesh: texts["umask"] = "config:8-15,32-43,45-55"
    case "uncore_iio":
      texts["thresh"] = "config:24-35"
      texts["ch_mask"] = isMesh ? "config:36-47" : "config:36-43"
      texts["fc_mask"] = isMesh ? "config:48-50" : "config:44-46"
    case "uncore_pcu":
      texts["occ_sel"] = "config:14-15"
      texts["occ_invert"] = "config:30"
      texts["occ_edge_det"] = "config:31"
    default: break
    }
    return texts
  }

  private static let meshFilters: [String: String] = [
    "filter_state": "config1:17-26", "filter_rem": "config1:32", "filter_loc": "config1:33",
    "filter_all_op": "config1:35", "filter_nm": "config1:36", "filter_not_nm": "config1:37",
    "filter_opc0": "config1:41-50", "filter_opc1": "config1:51-60", "filter_c6": "config1:61",
    "filter_nc": "config1:62", "filter_isoc": "config1:63",
  ]
}
