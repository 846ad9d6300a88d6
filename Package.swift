// swift-tools-version: 6.2
import PackageDescription

/// What every target is built with.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
/// What libraries and examples are built with; the expansion of `#expect`
/// cannot be marked `unsafe`, so tests do without.
let safe: [SwiftSetting] = settings + [.strictMemorySafety()]
/// For modules that return spans or other nonescapable views.
let lifetimes: [SwiftSetting] = safe + [.enableExperimentalFeature("Lifetimes")]

let package = Package(
  name: "swift-perf-events",
  products: [
    .library(name: "PerfEvent", targets: ["PerfEvent"]),
    .library(name: "EventCatalog", targets: ["EventCatalog"]),
    .library(name: "KernelSimulator", targets: ["KernelSimulator"]),
    .library(name: "Counting", targets: ["Counting"]),
    .library(name: "PerfData", targets: ["PerfData"]),
    .library(name: "Traces", targets: ["Traces"]),
    .library(name: "Stats", targets: ["Stats"]),
    .executable(name: "count-region", targets: ["count-region"]),
    .executable(name: "count-command", targets: ["count-command"]),
    .executable(name: "dump-perfdata", targets: ["dump-perfdata"]),
    .executable(name: "count-samples", targets: ["count-samples"]),
    .executable(name: "edit-perfdata", targets: ["edit-perfdata"]),
    .executable(name: "list-events", targets: ["list-events"]),
    .executable(name: "explain-event", targets: ["explain-event"]),
    .executable(name: "name-event", targets: ["name-event"]),
  ],
  targets: [
    // Floor 0
    .target(name: "CPerfEvent"),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CTraceEvent", pkgConfig: "libtraceevent", providers: [.apt(["libtraceevent-dev"])]),
    // Debian's package brings no .pc file; the module map names the library.
    .systemLibrary(name: "CLibpfm", providers: [.apt(["libpfm4-dev"])]),
    .target(name: "Stats", swiftSettings: safe),
    // Floor 1
    .target(name: "PerfEvent", dependencies: ["CPerfEvent"], swiftSettings: lifetimes),
    // Floor 2
    .target(name: "EventCatalog", dependencies: ["PerfEvent", "CLibpfm"], swiftSettings: safe),
    .target(name: "PerfData", dependencies: ["PerfEvent", "CZstd"], swiftSettings: lifetimes),
    .target(name: "KernelSimulator", dependencies: ["PerfEvent"], swiftSettings: safe),
    // Floor 3
    .target(name: "Counting", dependencies: ["PerfEvent", "EventCatalog"], swiftSettings: safe),
    .target(
      name: "Traces", dependencies: ["PerfEvent", "PerfData", "CTraceEvent"],
      swiftSettings: lifetimes),
    // Floor 5
    .target(name: "CommandLineSupport", path: "Examples/CommandLineSupport", swiftSettings: safe),
    .executableTarget(
      name: "count-region", dependencies: ["Counting", "CommandLineSupport"],
      path: "Examples/count-region", swiftSettings: safe),
    .executableTarget(
      name: "count-command",
      dependencies: ["PerfEvent", "EventCatalog", "Counting", "Stats", "CommandLineSupport"],
      path: "Examples/count-command", swiftSettings: safe),
    .executableTarget(
      name: "dump-perfdata",
      dependencies: ["PerfEvent", "PerfData", "Traces", "CommandLineSupport"],
      path: "Examples/dump-perfdata", swiftSettings: safe),
    .executableTarget(
      name: "count-samples", dependencies: ["PerfData", "CommandLineSupport"],
      path: "Examples/count-samples", swiftSettings: safe),
    .executableTarget(
      name: "edit-perfdata", dependencies: ["PerfData", "PerfEvent", "CommandLineSupport"],
      path: "Examples/edit-perfdata", swiftSettings: safe),
    .target(
      name: "CatalogSupport", dependencies: ["EventCatalog", "PerfEvent", "CommandLineSupport"],
      path: "Examples/CatalogSupport", swiftSettings: safe),
    .executableTarget(
      name: "list-events", dependencies: ["EventCatalog", "CatalogSupport", "CommandLineSupport"],
      path: "Examples/list-events", swiftSettings: safe),
    .executableTarget(
      name: "explain-event",
      dependencies: ["EventCatalog", "PerfEvent", "CatalogSupport", "CommandLineSupport"],
      path: "Examples/explain-event", swiftSettings: safe),
    .executableTarget(
      name: "name-event", dependencies: ["EventCatalog", "CatalogSupport", "CommandLineSupport"],
      path: "Examples/name-event", swiftSettings: safe),
    // Tests
    .testTarget(name: "StatsTests", dependencies: ["Stats"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["PerfEvent"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .target(
      name: "KernelHeaderAgreement", dependencies: ["CPerfEvent"],
      path: "Tests/KernelHeaderAgreement"),
    .testTarget(
      name: "PerfEventTests",
      dependencies: [
        "PerfEvent", "CPerfEvent", "CTestSupport", "KernelHeaderAgreement", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ClientImports",
      dependencies: ["PerfEvent"],
      path: "Tests/ClientImports", swiftSettings: settings),
    .target(name: "CLibpfmOracle", path: "Tests/CLibpfmOracle"),
    .testTarget(
      name: "EventCatalogTests",
      dependencies: ["EventCatalog", "PerfEvent", "TestSupport", "CLibpfm", "CLibpfmOracle"],
      swiftSettings: settings),
    .testTarget(
      name: "PerfDataTests",
      dependencies: [
        "PerfData", "CommandLineSupport", "CZstd", "TestSupport", "count-samples", "dump-perfdata",
        "edit-perfdata",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TracesTests",
      dependencies: ["Traces", "PerfData", "PerfEvent", "TestSupport"],
      swiftSettings: settings),
    .target(name: "CTestSupport", path: "Tests/CTestSupport"),
    .testTarget(
      name: "CountingTests",
      dependencies: ["Counting", "KernelSimulator", "CTestSupport", "TestSupport"],
      swiftSettings: settings),
    .executableTarget(name: "restricted", path: "Tests/restricted"),
    .testTarget(
      name: "KernelSimulatorTests", dependencies: ["KernelSimulator", "PerfEvent", "TestSupport"],
      swiftSettings: settings),
    .executableTarget(
      name: "guest-tests", dependencies: ["KernelSimulator", "PerfEvent"],
      path: "Tests/VirtualMachine/Guest", swiftSettings: settings),
    .testTarget(
      name: "ExamplesTests",
      dependencies: [
        "TestSupport", "count-region", "count-command", "dump-perfdata", "restricted",
        "list-events", "explain-event", "name-event",
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
