import FileTrees

/// Two folders of event files, of which one file has bytes of choice.
struct SmallFolders {
  let tree: FileTree
  /// Whether the bytes stand in the vendor's folder.
  let isOfVendor: Bool

  /// Puts bytes in the place of one file.
  init(bytes: [UInt8], file: Int) {
    let path: String = Self.files[file % Self.files.count].path
    var tree: FileTree = Self.goodTree
    tree.write(bytes, to: path)
    self.tree = tree
    isOfVendor = path.hasPrefix("/perfmon")
  }

  private static let goodTree = FileTree(
    Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) }))
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
}
