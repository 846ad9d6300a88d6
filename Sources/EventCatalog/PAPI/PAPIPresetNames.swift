/// What the names of PAPI's presets mean, in a few words.
///
/// Names of caches follow one scheme, `PAPI_L2_DCM` being the misses of data in the
/// second level; the others have their own.
enum PAPIPresetNames {
  static func description(of name: String) -> String? {
    guard name.hasPrefix("PAPI_") else { return nil }
    let short = String(name.dropFirst(5))
    return others[short] ?? cache(short)
  }

  private static func cache(_ short: String) -> String? {
    let bytes: [UInt8] = Array(short.utf8)
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "L"), bytes[2] == UInt8(ascii: "_"),
      let level = ["1", "2", "3"].first(where: { $0.utf8.first == bytes[1] })
    else { return nil }
    switch short.suffix(3) {
    case "LDM": return "Load misses in the level \(level) cache"
    case "STM": return "Store misses in the level \(level) cache"
    default: break
    }
    guard let kind = kinds[short.suffix(3).prefix(2)], let what = actions[short.suffix(1)] else {
      return nil
    }
    return "\(what) of the level \(level) \(kind)"
  }

  private static let kinds: [Substring: String] = [
    "DC": "data cache", "IC": "instruction cache", "TC": "cache, data and instructions",
  ]

  private static let actions: [Substring: String] = [
    "A": "Accesses", "H": "Hits", "M": "Misses", "R": "Reads", "W": "Writes",
  ]

  private static let others: [String: String] = [
    "BRU_IDL": "Cycles in which branch units are idle",
    "BR_CN": "Conditional branches",
    "BR_INS": "Branches",
    "BR_MSP": "Conditional branches that were predicted wrongly",
    "BR_NTK": "Conditional branches not taken",
    "BR_PRC": "Conditional branches that were predicted rightly",
    "BR_TKN": "Conditional branches taken",
    "BR_UCN": "Unconditional branches",
    "BTAC_M": "Misses in the cache of branch targets",
    "CA_CLN": "Requests for exclusive use of a clean cache line",
    "CA_INV": "Requests that invalidate a cache line",
    "CA_ITV": "Requests that another cache answers",
    "CA_SHR": "Requests for exclusive use of a shared cache line",
    "CA_SNP": "Snoops of caches",
    "CSR_FAL": "Conditional stores that failed",
    "CSR_SUC": "Conditional stores that succeeded",
    "CSR_TOT": "Conditional stores",
    "DP_OPS": "Floating point operations of double precision, vectors counted by element",
    "FAD_INS": "Floating point additions",
    "FDV_INS": "Floating point divisions",
    "FMA_INS": "Floating point multiplications with addition",
    "FML_INS": "Floating point multiplications",
    "FNV_INS": "Floating point inversions",
    "FPU_IDL": "Cycles in which floating point units are idle",
    "FP_INS": "Floating point instructions",
    "FP_OPS": "Floating point operations",
    "FP_STAL": "Cycles in which floating point units wait",
    "FSQ_INS": "Floating point square roots",
    "FUL_CCY": "Cycles that complete as many instructions as possible",
    "FUL_ICY": "Cycles that issue as many instructions as possible",
    "FXU_IDL": "Cycles in which integer units are idle",
    "HW_INT": "Interrupts from devices",
    "INT_INS": "Integer instructions",
    "LD_INS": "Loads",
    "LST_INS": "Loads and stores",
    "LSU_IDL": "Cycles in which load and store units are idle",
    "MEM_RCY": "Cycles waiting for reads of memory",
    "MEM_SCY": "Cycles waiting for memory",
    "MEM_WCY": "Cycles waiting for writes of memory",
    "PRF_DM": "Prefetches of data that missed the cache",
    "REF_CYC": "Cycles of a clock of constant rate",
    "RES_STL": "Cycles waiting for any resource",
    "SP_OPS": "Floating point operations of single precision, vectors counted by element",
    "SR_INS": "Stores",
    "STL_CCY": "Cycles that complete no instruction",
    "STL_ICY": "Cycles that issue no instruction",
    "SYC_INS": "Synchronizing instructions",
    "TLB_DM": "Misses in the translation buffers of data",
    "TLB_IM": "Misses in the translation buffers of instructions",
    "TLB_SD": "Shootdowns of translation buffers",
    "TLB_TL": "Misses in all translation buffers",
    "TOT_CYC": "Cycles",
    "TOT_IIS": "Instructions issued",
    "TOT_INS": "Instructions completed",
    "VEC_DP": "Vector instructions of double precision",
    "VEC_INS": "Vector instructions",
    "VEC_SP": "Vector instructions of single precision",
  ]
}
