/// A file that the list of a perfmon folder names.
struct PerfmonFile: Hashable {
  /// The path from the folder of the list on, without a slash at its start.
  var path: String
  var kind: Kind
  var version: String
  /// The kind of core, such as `Atom`, or empty.
  var role: String
  /// What the CPU itself says is the kind of core, such as `0x20`, or empty.
  var coreType: String

  enum Kind: String {
    case core
    case hybridCore = "hybridcore"
    case uncore
    case experimentalUncore = "uncore experimental"
    case offcoreMatrix = "offcore"
    case floatingPointWeights = "fp_arith_inst"
    case metrics
    case retirementLatency = "retire latency"

    /// Whether the file holds the events of a core.
    var isCore: Bool { self == .core || self == .hybridCore }
  }

  /// The folder, such as `SKL`; for a file that is in none its own name.
  var folder: String {
    path.split(separator: "/").first.map { String($0.prefix { $0 != "." }) } ?? path
  }

  /// The name of the file without its ending.
  var stem: String {
    path.split(separator: "/").last.map { String($0.prefix { $0 != "." }) } ?? path
  }

  /// The PMU of the file's core events.
  var coreUnit: PMUUnit {
    switch (role, coreType) {
    case ("", ""): .core
    case ("LowPower_Atom", _): .lowPowerCores
    case ("Atom", _), (_, "0x20"): .smallCores
    default: .bigCores
    }
  }
}
