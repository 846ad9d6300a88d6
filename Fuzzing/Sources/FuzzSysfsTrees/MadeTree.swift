import FileTrees

/// A tree of sysfs and tracefs in memory, made of bytes: pairs of a path and a text.
///
/// Paths are put together of words that the kernel uses and of raw bytes, so that most
/// files are where readers look for them.
struct MadeTree {
  private static let devices = "/sys/bus/event_source/devices"
  private static let places: [String] = [
    "cpu/type", "cpu/cpus", "cpu/cpumask", "cpu/caps/max_precise", "cpu/format/event",
    "cpu/format/umask", "cpu/events/one", "cpu/events/one.scale", "cpu/events/one.unit",
    "cpu/events/one.snapshot", "cpu/events/one.per-pkg", "cpu/alias", "cpu/identifier",
    "uncore_imc_0/type", "uncore_imc_0/format/event", "uncore_imc_0/events/one",
    "uncore_imc_1/type", "uncore_imc_1/cpumask", "cpu_core/type", "cpu_core/cpus",
    "cpu_atom/type", "cpu_atom/cpus", "cpu_atom/format/event", "cpu_atom/events/two",
  ]
  private static let tracepoints: [String] = [
    "/tracing/events/sched/sched_switch/id", "/tracing/events/sched/sched_switch/format",
    "/tracing/events/irq/entry/id", "/tracing/events/irq/entry/format",
  ]

  private(set) var tree = FileTree()

  /// Each file is a byte for its place, one for its length, and its text.
  init(_ bytes: [UInt8]) {
    var index: Int = 0
    while index + 1 < bytes.count {
      let place = Int(bytes[index])
      let end: Int = min(bytes.count, index + 2 + Int(bytes[index + 1]))
      let text: [UInt8] = Array(bytes[(index + 2)..<end])
      tree.write(text, to: Self.path(place, text))
      index = end
    }
  }

  private static func path(_ place: Int, _ text: [UInt8]) -> String {
    switch place % 32 {
    case 0..<places.count: return "\(devices)/\(places[place % 32])"
    case 24..<28: return tracepoints[place % 4]
    default:
      let name = String(decoding: text.prefix(5), as: UTF8.self)
      let folder: String = place & 32 == 0 ? "cpu/format" : "cpu/events"
      return place & 64 == 0 ? "\(devices)/\(folder)/\(name)" : "\(devices)/\(name)/type"
    }
  }
}
