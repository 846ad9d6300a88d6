/// Machines whose PMUs share their formats.
enum MachineFamily: Hashable, Sendable {
  case intelClient
  /// Intel's cores before those of Lunar Lake, whose unit masks have one byte.
  case intelBeforeLunarLake
  /// Servers from Sandy Bridge on, by the filters of their caching agents.
  case intelJaketown
  case intelIvytown
  case intelHaswellServer
  case intelKnightsLanding
  /// Servers of Skylake's kind.
  case intelSkylakeServer
  /// Servers from Ice Lake on, whose unit masks are wide.
  case intelMeshServer
  /// Families 17h.
  case amdZen1
  case amdZen3
  /// From Zen 4 on, with the second version of AMD's monitoring.
  case amdZen4
  /// CPUs of Zhaoxin and of Centaur before, which monitor as Intel's architecture says.
  case zhaoxin
  case arm64
  case powerpc
  case riscv
  case s390

  /// The family of a table of the kernel's event files.
  ///
  /// - Parameters:
  ///   - architecture: The kernel's name of the architecture, such as `x86`.
  ///   - table: The name of the table, such as `skylakex`.
  init?(architecture: String, table: String) {
    switch architecture {
    case "x86": self.init(kernelTable: table)
    case "arm64": self = .arm64
    case "powerpc": self = .powerpc
    case "riscv": self = .riscv
    case "s390": self = .s390
    default: return nil
    }
  }

  private init(kernelTable table: String) {
    self =
      switch table {
      case "jaketown": .intelJaketown
      case "ivytown": .intelIvytown
      case "haswellx", "broadwellx", "broadwellde": .intelHaswellServer
      case "knightslanding": .intelKnightsLanding
      case "skylakex", "cascadelakex": .intelSkylakeServer
      case "icelakex", "snowridgex", "sapphirerapids", "emeraldrapids", "graniterapids",
        "sierraforest", "grandridge", "clearwaterforest", "diamondrapids":
        .intelMeshServer
      case "amdzen1", "amdzen2", "amdfam17h": .amdZen1
      case "amdzen3": .amdZen3
      default: table.hasPrefix("amd") ? .amdZen4 : .intelClient
      }
  }

  /// The family of a folder of the vendor's event files, such as `SKX`.
  init(perfmonFolder folder: String) {
    self =
      switch folder {
      case "JKT": .intelJaketown
      case "IVT": .intelIvytown
      case "HSX", "BDX", "BDW-DE": .intelHaswellServer
      case "KNL", "KNM": .intelKnightsLanding
      case "SKX", "CLX", "CPX": .intelSkylakeServer
      case "ICX", "SNR", "SPR", "EMR", "GNR", "SRF", "GRR", "CWF", "DMR": .intelMeshServer
      default: .intelClient
      }
  }
}
