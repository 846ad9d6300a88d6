/// The PMUs that the kernel's and the vendor's event files mean.
enum KernelUnitNames {
  private static let known: [String: String] = [
    "CBO": "uncore_cbox", "QPI LL": "uncore_qpi", "SBO": "uncore_sbox", "iMPH-U": "uncore_arb",
    "CPU-M-CF": "cpum_cf", "CPU-M-SF": "cpum_sf", "PAI-CRYPTO": "pai_crypto",
    "PAI-EXT": "pai_ext", "UPI LL": "uncore_upi", "hisi_sicl,cpa": "hisi_sicl,cpa",
    "hisi_sccl,ddrc": "hisi_sccl,ddrc", "hisi_sccl,hha": "hisi_sccl,hha",
    "hisi_sccl,l3c": "hisi_sccl,l3c", "imx8_ddr": "imx8_ddr", "imx9_ddr": "imx9_ddr",
    "L3PMC": "amd_l3", "DFPMC": "amd_df", "UMCPMC": "amd_umc", "cpu_core": "cpu_core",
    "cpu_atom": "cpu_atom", "ali_drw": "ali_drw", "arm_cmn": "arm_cmn", "software": "software",
    "tool": "tool",
  ]

  /// The PMU of a unit, that of every core if none is named.
  static func unit(_ name: String?) -> PMUUnit {
    guard let name else { return .core }
    return PMUUnit(known[name] ?? "uncore_" + name.lowercased())
  }
}
