// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  products: [.executable(name: "benchmarks", targets: ["benchmarks"])],
  dependencies: [
    .package(name: "swift-perf-events", path: "..")
  ],
  targets: [
    // What we compare with: the same work done by hand in C.
    .target(name: "CPeers", linkerSettings: [.linkedLibrary("zstd"), .linkedLibrary("pfm")]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "CPeers",
        .product(name: "Counting", package: "swift-perf-events"),
        .product(name: "EventCatalog", package: "swift-perf-events"),
        .product(name: "PerfData", package: "swift-perf-events"),
        .product(name: "PerfEvent", package: "swift-perf-events"),
        .product(name: "Stats", package: "swift-perf-events"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
