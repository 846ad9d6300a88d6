import PerfEvent

/// A tree of sysfs and tracefs in memory, made of bytes: pairs of a path and a text.
///
/// Paths are put together of words that the kernel uses and of raw bytes, so that most
/// files are where readers look for them.
struct MadeTree: Kernel {
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

  private var files: [String: [UInt8]] = [:]
  private var folders: [String: Set<String>] = [:]

  /// Each file is a byte for its place, one for its length, and its text.
  init(_ bytes: [UInt8]) {
    var index: Int = 0
    while index + 1 < bytes.count {
      let place = Int(bytes[index])
      let end: Int = min(bytes.count, index + 2 + Int(bytes[index + 1]))
      let text: [UInt8] = Array(bytes[(index + 2)..<end])
      add(Self.path(place, text), text)
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

  private mutating func add(_ path: String, _ text: [UInt8]) {
    files[path] = text
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      let name = String(folder[folder.index(after: slash)...])
      folder = folder[..<slash]
      folders[String(folder), default: []].insert(name)
    }
  }

  var attributeSize: UInt32? { 136 }
  var descriptorLimit: DescriptorLimit? { nil }

  func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    guard let text = files[path] else { throw folders[path] == nil ? .noSuchFile : .isDirectory }
    return text
  }

  func listDirectory(_ path: String) throws(Errno) -> [String] {
    guard let names = folders[path] else { throw files[path] == nil ? .noSuchFile : .notDirectory }
    return names.sorted()
  }
}

/// Nothing is opened: names are all that is asked about.
extension MadeTree {
  func open(
    _ attributes: EventAttributes, target: EventTarget, group: Int32, flags: OpenFlags
  ) throws(Errno) -> Int32 { throw .notImplemented }

  func control(
    _ descriptor: Int32, _ request: ControlRequest, argument: UInt64
  ) throws(Errno) { throw .notImplemented }

  func control(
    _ descriptor: Int32, _ request: ControlRequest, memory: UnsafeMutableRawBufferPointer
  ) throws(Errno) { throw .notImplemented }

  func controlEventsOfThread(_ activity: EventActivity) throws(Errno) { throw .notImplemented }

  func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int { throw .notImplemented }

  func map(
    _ descriptor: Int32, offset: Int, length: Int, access: MappingAccess
  ) throws(Errno) -> UnsafeMutableRawBufferPointer { throw .notImplemented }

  func wait(
    for descriptors: [Int32], milliseconds: UInt32?
  ) throws(Errno) -> [EventReadiness] { throw .notImplemented }

  func unmap(_ memory: UnsafeMutableRawBufferPointer) {}

  func close(_ descriptor: Int32) {}
}
