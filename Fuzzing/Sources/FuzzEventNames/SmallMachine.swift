import PerfEvent

/// A machine of a few files: a core PMU, a memory controller twice, tracepoints.
struct SmallMachine: Kernel {
  private static let devices = "/sys/bus/event_source/devices"
  private static let files: [String: String] = [
    "\(devices)/cpu/type": "4", "\(devices)/cpu/caps/max_precise": "3",
    "\(devices)/cpu/format/event": "config:0-7", "\(devices)/cpu/format/inv": "config:23",
    "\(devices)/cpu/format/umask": "config:8-15,40-47",
    "\(devices)/cpu/format/ldlat": "config1:0-15",
    "\(devices)/cpu/events/cpu-cycles": "event=0x3c",
    "\(devices)/cpu/events/mem-loads": "event=0xcd,umask=0x1,ldlat=3",
    "\(devices)/cpu/events/parametric": "event=0x1,umask=?",
    "\(devices)/uncore_imc_0/type": "13", "\(devices)/uncore_imc_0/cpumask": "0,18",
    "\(devices)/uncore_imc_0/format/event": "config:0-7",
    "\(devices)/uncore_imc_0/events/reads": "event=0x04",
    "\(devices)/uncore_imc_0/events/reads.scale": "6.103515625e-5",
    "\(devices)/uncore_imc_0/events/reads.unit": "MiB",
    "\(devices)/uncore_imc_1/type": "14", "\(devices)/uncore_imc_1/cpumask": "0,18",
    "\(devices)/uncore_imc_1/format/event": "config:0-7",
    "/tracing/events/sched/sched_switch/id": "314",
    "/tracing/events/sched/sched_waking/id": "315",
    "/tracing/events/irq/irq_handler_entry/id": "151",
  ]
  /// The names in each folder, sorted.
  private static let folders: [String: [String]] = {
    var folders: [String: Set<String>] = [:]
    for path in files.keys {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
        let name = String(folder[folder.index(after: slash)...])
        folder = folder[..<slash]
        folders[String(folder), default: []].insert(name)
      }
    }
    return folders.mapValues { $0.sorted() }
  }()

  var attributeSize: UInt32? { 136 }
  var descriptorLimit: DescriptorLimit? { nil }

  func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    guard let text = Self.files[path] else { throw .noSuchFile }
    return Array(text.utf8)
  }

  func listDirectory(_ path: String) throws(Errno) -> [String] {
    guard let names = Self.folders[path] else { throw .noSuchFile }
    return names
  }
}

/// Nothing is opened: names are all that is asked about.
extension SmallMachine {
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
