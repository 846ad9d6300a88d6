// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library under test.
func product(_ name: String) -> Target.Dependency {
  .product(name: name, package: "swift-perf-events")
}

func fuzzer(_ name: String, helpers: [String] = [], products: [String]) -> Target {
  .executableTarget(
    name: name, dependencies: helpers.map { .byName(name: $0) } + products.map(product),
    swiftSettings: settings)
}

let package = Package(
  name: "Fuzzing",
  products: [
    .library(name: "Recordings", targets: ["Recordings"]),
    .executable(name: "make-recordings", targets: ["make-recordings"]),
  ],
  dependencies: [.package(name: "swift-perf-events", path: "..")],
  targets: [
    // Writes perf.data files without any help from the reader under test.
    .target(name: "Recordings", swiftSettings: settings),
    .executableTarget(
      name: "make-recordings",
      dependencies: ["Recordings", product("PerfData"), product("PerfEvent")],
      swiftSettings: settings),
    // What libFuzzer offers to mutators, and one that knows the format of recordings.
    .systemLibrary(name: "CFuzzer"),
    .target(name: "RecordingMutator", dependencies: ["CFuzzer"], swiftSettings: settings),
    // Files in memory, for what reads the folders of a machine or of a tool.
    .target(name: "FileTrees", dependencies: [product("PerfEvent")], swiftSettings: settings),
    // One target for each parser; `Scripts/fuzz.sh` finds them by their prefix.
    fuzzer("FuzzPerfData", helpers: ["RecordingMutator"], products: ["PerfData"]),
    fuzzer("FuzzRecordings", helpers: ["RecordingMutator"], products: ["PerfData"]),
    fuzzer("FuzzEditing", helpers: ["RecordingMutator"], products: ["PerfData", "PerfEvent"]),
    fuzzer("FuzzWriting", products: ["PerfData", "PerfEvent"]),
    fuzzer("FuzzTracingData", products: ["PerfData", "Traces"]),
    fuzzer("FuzzEventNames", helpers: ["FileTrees"], products: ["EventCatalog"]),
    fuzzer("FuzzMetrics", products: ["EventCatalog"]),
    fuzzer("FuzzEventFiles", helpers: ["FileTrees"], products: ["EventCatalog"]),
    fuzzer("FuzzToolFiles", helpers: ["FileTrees"], products: ["EventCatalog"]),
    fuzzer("FuzzSysfsTrees", helpers: ["FileTrees"], products: ["EventCatalog"]),
    fuzzer("FuzzEventAttributes", products: ["PerfEvent"]),
  ],
  swiftLanguageModes: [.v6]
)
