/// A kind of CPU by the name that LIKWID gives to its file of events.
struct LIKWIDArchitecture {
  /// What the registers of a kind of CPU have in common.
  enum Kind {
    case intelClient
    /// Servers from Sandy Bridge to Broadwell, with a ring.
    case intelRing
    /// Servers from Skylake on, with a mesh.
    case intelMesh
    /// Servers with many sockets of the first Core generation.
    case intelManySockets
    case intelKnights
    case amd
    case arm
    case power
  }

  var name: String
  var kind: Kind

  init(name: String) {
    self.name = name
    self.kind = Self.kinds[name] ?? Self.kind(likely: name)
  }

  var isIntel: Bool {
    switch kind {
    case .intelClient, .intelRing, .intelMesh, .intelManySockets, .intelKnights: true
    case .amd, .arm, .power: false
    }
  }

  private static func kind(likely name: String) -> Kind {
    if name.hasPrefix("zen") || name.hasPrefix("k1") || name == "k8" { return .amd }
    return name.hasPrefix("power") ? .power : .intelClient
  }

  private static let kinds: [String: Kind] = [
    "sandybridgeEP": .intelRing, "ivybridgeEP": .intelRing, "haswellEP": .intelRing,
    "broadwellEP": .intelRing, "broadwelld": .intelRing, "skylakeX": .intelMesh,
    "cascadelakeX": .intelMesh, "icelakeX": .intelMesh, "sapphirerapids": .intelMesh,
    "emeraldrapids": .intelMesh, "graniterapids": .intelMesh, "sierraforrest": .intelMesh,
    "nehalemEX": .intelManySockets, "westmereEX": .intelManySockets, "knl": .intelKnights,
    "interlagos": .amd, "kabini": .amd, "a15": .arm, "a57": .arm, "a64fx": .arm,
    "applem1": .arm, "cavtx2": .arm, "fx1000": .arm, "graviton3": .arm, "neon1": .arm,
    "neon2": .arm, "nvidiagrace": .arm,
  ]

  /// The folders of groups that are not named like the file of events.
  static let groupFolders: [String: String] = [
    "pm": "pentiumm", "broadwelld": "broadwellD", "cascadelakeX": "CLX", "icelake": "ICL",
    "icelakeX": "ICX", "tigerlake": "TGL", "sapphirerapids": "SPR", "emeraldrapids": "EMR",
    "graniterapids": "GNR", "sierraforrest": "SRF", "a15": "arm7", "a57": "arm8",
    "a64fx": "arm64fx", "applem1": "apple_m1", "cavtx2": "arm8_tx2", "neon1": "arm8_n1",
    "graviton3": "arm8_v1", "nvidiagrace": "nvidia_grace",
  ]

  /// The file of events of a folder of groups that has none of its own name.
  static let eventFiles: [String: String] = {
    var files: [String: String] = ["RKL": "icelake", "goldmontplus": "goldmont"]
    for (file, folder) in groupFolders { files[folder] = file }
    return files
  }()
}
