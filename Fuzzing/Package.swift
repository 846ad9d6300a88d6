// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

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
      dependencies: [
        "Recordings", .product(name: "PerfData", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    // What libFuzzer offers to mutators, and one that knows the format of recordings.
    .systemLibrary(name: "CFuzzer"),
    .target(name: "RecordingMutator", dependencies: ["CFuzzer"], swiftSettings: settings),
    // One target for each parser; `Scripts/fuzz.sh` finds them by their prefix.
    .executableTarget(
      name: "FuzzPerfData",
      dependencies: [
        "RecordingMutator", .product(name: "PerfData", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzRecordings",
      dependencies: [
        "RecordingMutator", .product(name: "PerfData", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzEditing",
      dependencies: [
        "RecordingMutator", .product(name: "PerfData", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzWriting",
      dependencies: [
        .product(name: "PerfData", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzTracingData",
      dependencies: [
        .product(name: "PerfData", package: "swift-perf-events"),
        .product(name: "Traces", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzEventNames",
      dependencies: [
        .product(name: "EventCatalog", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzMetrics",
      dependencies: [.product(name: "EventCatalog", package: "swift-perf-events")],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzEventFiles",
      dependencies: [
        .product(name: "EventCatalog", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzToolFiles",
      dependencies: [
        .product(name: "EventCatalog", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzSysfsTrees",
      dependencies: [
        .product(name: "EventCatalog", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzEventAttributes",
      dependencies: [.product(name: "PerfEvent", package: "swift-perf-events")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
