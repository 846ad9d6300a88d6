import EventCatalog
import TestSupport

/// A small folder in the form of the vendor's event files.
enum PerfmonTree {
  static let mapfile: String = """
    Family-model,Version,Filename,EventType,Core Type,Native Model ID,Core Role Name
    GenuineIntel-6-5E,V59,/SKL/events/core.json,core,,,
    GenuineIntel-6-5E,V59,/SKL/events/uncore.json,uncore,,,
    GenuineIntel-6-5E,V59,/SKL/events/matrix.json,offcore,,,
    GenuineIntel-6-5E,V59,/SKL/events/fp.json,fp_arith_inst,,,
    GenuineIntel-6-5E,V1,/SKL/metrics/metrics.json,metrics,,,
    GenuineIntel-6-5E,V1,/SKL/metrics/latency.json,retire latency,,,
    GenuineIntel-6-55-[01234],V1,/SKX/events/core.json,core,,,
    GenuineIntel-6-55-[56789ABCDEF],V1,/CLX/events/core.json,core,,,
    GenuineIntel-6-97,V1,/ADL/events/gracemont_core.json,hybridcore,0x20,0x000001,Atom
    GenuineIntel-6-97,V1,/ADL/events/goldencove_core.json,hybridcore,0x40,0x000001,Core
    GenuineIntel-6-97,V1,/ADL/events/uncore.json,uncore,,,
    GenuineIntel-6-BE,V1,/ADL/events/gracemont_core.json,core,,,
    GenuineIntel-6-BE,V1,/ADL/events/uncore.json,uncore,,,
    GenuineIntel-18-1,V1,/NVL/events/arcticwolf_core.json,hybridcore,0x20,0x000005,Atom
    GenuineIntel-18-1,V1,/NVL/events/coyotecove_core.json,hybridcore,0x40,0x000005,Core
    GenuineIntel-18-1,V1,/NVL/events/uncore.json,uncore,,,
    """

  /// A folder whose table `SKL` has files with these records; others are empty lists.
  static func kernel(_ files: [String: String]) -> ScriptedKernel {
    let kernel = ScriptedKernel()
    kernel.addFile("/p/mapfile.csv", mapfile)
    for name in ["events/core", "events/uncore", "events/matrix", "events/fp", "metrics/metrics"] {
      kernel.addFile("/p/SKL/\(name).json", files[name] ?? "[]")
    }
    kernel.addFile("/p/SKL/metrics/latency.json", files["metrics/latency"] ?? "{}")
    return kernel
  }

  static func table(_ files: [String: String]) throws -> EventTable {
    try PerfmonSource(root: "/p", kernel: kernel(files)).table(named: "SKL")
  }
}
