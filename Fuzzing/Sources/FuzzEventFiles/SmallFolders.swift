import PerfEvent

/// Two folders of event files, of which one file has bytes of choice.
struct SmallFolders: Kernel {
  var bytes: [UInt8]
  var file: Int

  private static let files: [(path: String, text: String)] = [
    ("/arch/x86/mapfile.csv", "id,v,f,t\nGenuineIntel-6-(4E|5E),v1,skylake,core\n"),
    ("/arch/x86/skylake/cache.json", #"[{"EventName":"A.B","EventCode":"0x51","UMask":"0x1"}]"#),
    ("/arch/x86/skylake/metricgroups.json", #"{"Mem":"Memory"}"#),
    ("/arch/x86/skylake/counter.json", #"[{"Unit":"core","CountersNumGeneric":"4"}]"#),
    ("/arch/arm64/mapfile.csv", "a\n0x00000000410fd0c0,v1,arm/n1,core\n"),
    ("/arch/arm64/standard.json", #"[{"EventCode":"0x11","EventName":"CPU_CYCLES"}]"#),
    ("/arch/arm64/arm/n1/core.json", #"[{"ArchStdEvent":"CPU_CYCLES"}]"#),
    ("/perfmon/mapfile.csv", list),
    ("/perfmon/SKL/core.json", #"{"Events":[{"EventName":"FP_X.B","EventCode":"1","UMask":"1"}]}"#),
    ("/perfmon/SKL/uncore.json", #"[{"EventName":"U","Unit":"CBO","EventCode":"0x22"}]"#),
    ("/perfmon/SKL/matrix.json", "[]"), ("/perfmon/SKL/fp.json", "[]"),
    ("/perfmon/SKL/metrics.json", #"{"Metrics":[]}"#),
    ("/perfmon/SKL/latency.json", #"{"Data":{"FP_X.B":{"MEAN":1}}}"#),
  ]
  private static let list: String = [
    "core", "uncore", "matrix:offcore", "fp:fp_arith_inst", "metrics", "latency:retire latency",
  ].reduce("header\n") { text, entry in
    let parts = entry.split(separator: ":")
    return text + "GenuineIntel-6-5E,V1,/SKL/\(parts[0]).json,\(parts[parts.count - 1]),,,\n"
  }

  /// Whether the bytes stand in the vendor's folder.
  var isOfVendor: Bool { Self.files[file % Self.files.count].path.hasPrefix("/perfmon") }

  var attributeSize: UInt32? { nil }
  var descriptorLimit: DescriptorLimit? { nil }

  func readFile(_ path: String, limit: Int) throws(Errno) -> [UInt8] {
    guard let index = Self.files.firstIndex(where: { $0.path == path }) else { throw .noSuchFile }
    return index == file % Self.files.count ? bytes : Array(Self.files[index].text.utf8)
  }

  func listDirectory(_ path: String) throws(Errno) -> [String] {
    let folder = (path.hasSuffix("/") ? String(path.dropLast()) : path) + "/"
    let names = Self.files.filter { $0.path.hasPrefix(folder) }.map { file in
      String(file.path.dropFirst(folder.count).prefix { $0 != "/" })
    }
    guard !names.isEmpty else { throw .noSuchFile }
    return Set(names).sorted()
  }
}

/// Nothing is opened: files are all that is asked for.
extension SmallFolders {
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
