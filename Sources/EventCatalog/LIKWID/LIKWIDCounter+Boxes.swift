extension LIKWIDCounter {
  /// The PMUs of the kernel outside of the cores, by LIKWID's names of boxes.
  static func boxes(of architecture: LIKWIDArchitecture) -> [String: String] {
    switch architecture.kind {
    case .intelClient: client
    case .intelRing:
      // LIKWID calls the socket links SBOX where there is no SBOX.
      ["haswellEP", "broadwellEP"].contains(architecture.name)
        ? ring : ring.merging(["SBOX": "uncore_qpi"]) { $1 }
    case .intelMesh: mesh
    case .intelManySockets: manySockets
    case .intelKnights: knights
    case .amd: architecture.name == "kabini" ? amd.merging(["CPMC": "amd_l2"]) { $1 } : amd
    case .arm, .power: [:]
    }
  }

  private static let client: [String: String] = [
    "CBOX": "uncore_cbox", "UBOX": "uncore_arb", "MBOX": "uncore_imc", "UPMC": "uncore",
  ]

  private static let ring: [String: String] = [
    "CBOX": "uncore_cbox", "MBOX": "uncore_imc", "BBOX": "uncore_ha", "SBOX": "uncore_sbox",
    "QBOX": "uncore_qpi", "PBOX": "uncore_r2pcie", "RBOX": "uncore_r3qpi",
    "WBOX": "uncore_pcu", "UBOX": "uncore_ubox", "IBOX": "uncore_irp",
  ]

  private static let mesh: [String: String] = [
    "CBOX": "uncore_cha", "MBOX": "uncore_imc", "BBOX": "uncore_m2m", "SBOX": "uncore_upi",
    "QBOX": "uncore_upi", "PBOX": "uncore_m2pcie", "RBOX": "uncore_m3upi",
    "WBOX": "uncore_pcu", "UBOX": "uncore_ubox", "IBOX": "uncore_iio", "EUBOX": "uncore_irp",
    "HBM": "uncore_hbm", "MDF": "uncore_mdf",
  ]

  private static let manySockets: [String: String] = [
    "CBOX": "uncore_cbox", "MBOX": "uncore_mbox", "BBOX": "uncore_bbox",
    "SBOX": "uncore_sbox", "RBOX": "uncore_rbox", "UBOX": "uncore_ubox",
    "WBOX": "uncore_wbox",
  ]

  private static let knights: [String: String] = [
    "CBOX": "uncore_cha", "MBOX": "uncore_imc", "EDBOX": "uncore_edc_eclk",
    "EUBOX": "uncore_edc_uclk", "PBOX": "uncore_m2pcie", "WBOX": "uncore_pcu",
    "UBOX": "uncore_ubox", "IBOX": "uncore_irp",
  ]

  private static let amd: [String: String] = [
    "CPMC": "amd_l3", "DFC": "amd_df", "UMC": "amd_umc", "UPMC": "amd_nb",
    "NBPMC": "amd_nb",
  ]
}
