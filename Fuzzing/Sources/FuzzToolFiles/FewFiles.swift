import PerfEvent

/// A machine with two files, which stand at every place where a tool may have them.
struct FewFiles: Kernel {
  let first: [UInt8]
  let second: [UInt8]

  private static let folders: [String: [String]] = [
    "/oprofile": ["i386"], "/oprofile/i386": ["a"], "/oprofile/i386/a": ["events", "unit_masks"],
    "/likwid": ["groups", "perfmon_skylake_events.txt"], "/likwid/groups": ["skylake"],
    "/likwid/groups/skylake": ["A.txt"], "/arm": ["pmu"], "/arm/pmu": ["a.json"],
  ]

  var attributeSize: UInt32? { 136 }
  var descriptorLimit: DescriptorLimit? { nil }

  func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    switch path {
    case "/oprofile/i386/a/events", "/presets.csv", "/likwid/perfmon_skylake_events.txt",
      "/arm/pmu/a.json":
      return first
    case "/oprofile/i386/a/unit_masks", "/likwid/groups/skylake/A.txt": return second
    default: throw .noSuchFile
    }
  }

  func listDirectory(_ path: String) throws(Errno) -> [String] {
    guard let names = Self.folders[path] else { throw .noSuchFile }
    return names
  }
}

/// Nothing is opened: files are all that is asked about.
extension FewFiles {
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
