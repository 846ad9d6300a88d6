/// How the values of an uncore PMU's registers become the words of attributes.
///
/// The library knows it too but answers only where the kernel offers the PMU, whose
/// number it needs. Bits that the kernel sets by itself, which enable a counter, its
/// interrupt and privilege levels, are not part of the words.
enum LibpfmRegisterLayout {
  /// The register as it is; further registers are filters.
  case intelServer
  /// The same with filters of requests that are halves of one word.
  case intelCacheBox
  /// The same with filters of look-ups as well, whatever the unit mask.
  case intelCacheAgent
  /// The register of the first client chips without its two enabling bits.
  case intelClient
  /// The register of AMD without enabling, level, guest and host bits.
  case amd
  /// The number of an energy counter.
  case energy

  /// The layout of a PMU's registers, or nil where it is not known.
  init?(of pmu: LibpfmPMU) {
    guard pmu.scope == .uncore else { return nil }
    let kind: String = pmu.boxKind
    switch kind {
    case "rapl": self = .energy
    case "nhm_unc", "wsm_unc", "snb_unc_cbo", "ivb_unc_cbo": self = .intelClient
    case _ where kind.hasPrefix("amd64_"): self = .amd
    case "skx_unc_cha": self = .intelCacheAgent
    case _ where kind.hasSuffix("_unc_cbo"): self = .intelCacheBox
    case _ where kind.contains("_unc_"): self = .intelServer
    default: return nil
    }
  }

  /// The words of an event, or nil if there are more registers than words.
  func words(of registers: [UInt64]) -> EventWords? {
    guard let first = registers.first, registers.count <= 3 else { return nil }
    let second: UInt64 = registers.count > 1 ? registers[1] : 0
    let third: UInt64 = registers.count > 2 ? registers[2] : 0
    switch self {
    case .energy:
      return registers.count == 1 ? EventWords(config: first) : nil
    case .intelClient:
      return registers.count == 1 ? EventWords(config: first & ~0x50_0000) : nil
    case .amd:
      return registers.count == 1 ? EventWords(config: first & ~0x300_0053_0000) : nil
    case .intelCacheAgent where Self.isFiltered(first),
      .intelCacheBox where Self.isFiltered(first) && first & 0x100 != 0:
      return EventWords(config: first, config1: second | third << 32)
    case .intelServer, .intelCacheBox, .intelCacheAgent:
      return EventWords(config: first, config1: second, config2: third)
    }
  }

  /// Whether the event is a look-up or a request in the table of requests.
  private static func isFiltered(_ register: UInt64) -> Bool {
    (0x34...0x36).contains(register & 0xff)
  }
}
