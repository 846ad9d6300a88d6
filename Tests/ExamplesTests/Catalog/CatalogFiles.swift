import Foundation

/// Event files of several tools and a machine's sysfs, made up and written to a folder
/// that goes away with this object.
final class CatalogFiles: Sendable {
  let root: String

  init(hostile: Bool = false) throws {
    self.root = FileManager.default.temporaryDirectory.path + "/catalog-" + UUID().uuidString
    let texts: [String: String] = hostile ? Self.hostileTexts : Self.texts
    for (path, text) in texts { try write(text, to: path) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  /// The option that names one of the folders as a source.
  func source(_ kind: String) -> [String] { ["--source", specification(kind)] }

  func specification(_ kind: String) -> String {
    "\(kind)=\(root)/\(kind == "papi" ? "papi_events.csv" : kind)"
  }

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private static let texts: [String: String] = perfmon.merging(
    kernel.merging(tools.merging(sysfs) { $1 }) { $1 }
  ) { $1 }

  // MARK: Vendor files

  private static let perfmon: [String: String] = [
    "perfmon/mapfile.csv": """
    Family-model,Version,Filename,EventType,Core Type,Native Model ID,Core Role Name
    GenuineIntel-6-4E,V7,/SKL/events/core.json,core,,,
    GenuineIntel-6-5E,V7,/SKL/events/core.json,core,,,
    GenuineIntel-6-4E,V7,/SKL/events/uncore.json,uncore,,,
    GenuineIntel-6-5E,V7,/SKL/events/uncore.json,uncore,,,
    GenuineIntel-6-4E,V7,/SKL/metrics/metrics.json,metrics,,,
    GenuineIntel-6-5E,V7,/SKL/metrics/metrics.json,metrics,,,
    GenuineIntel-6-97,V3,/ADL/events/big.json,hybridcore,0x40,0x000001,Core
    GenuineIntel-6-97,V3,/ADL/events/small.json,hybridcore,0x20,0x000001,Atom
    """,
    "perfmon/SKL/events/core.json": file([
      core("CPU_CLK_UNHALTED.THREAD", "0x00", "0x02", "Cycles of the thread.", fixed: 1),
      core("CPU_CLK_UNHALTED.THREAD_P", "0x3c", "0x00", "Cycles on any counter."),
      core("INST_RETIRED.ANY", "0x00", "0x01", "Instructions that retired.", fixed: 0),
      core(
        "MEM_LOAD_RETIRED.L3_MISS", "0xD1", "0x20", "Loads that missed the last cache.",
        more: [
          "PEBS": "1", "Errata": "MADE1", "Counter": "0,1", "CounterHTOff": "0,1,2,3",
          "PublicDescription": "Counts loads that retired and missed the last cache.",
        ]),
      core("L2_OLD.ALL", "0x24", "0x10", "An old event.", more: ["Deprecated": "1"]),
      core(
        "OFFCORE_RESPONSE.READ.MISS", "0xB7, 0xBB", "0x01", "Reads that leave the core.",
        more: ["MSRIndex": "0x1a6,0x1a7", "MSRValue": "0x3fbc000001", "Offcore": "1"]),
    ]),
    "perfmon/SKL/events/uncore.json": file([
      core(
        "UNC_CBO_CACHE_LOOKUP.ALL", "0x34", "0x8f", "Lookups of the last cache.",
        more: ["Unit": "CBO"])
    ]),
    "perfmon/SKL/metrics/metrics.json": """
    {"Metrics": [{"MetricName": "CPI", "Level": 1, "ParentCategory": "All", "UnitOfMeasure": "",
      "BriefDescription": "Cycles per instruction.",
      "Events": [{"Name": "CPU_CLK_UNHALTED.THREAD", "Alias": "a"},
                 {"Name": "INST_RETIRED.ANY", "Alias": "b"}],
      "Constants": [], "Formula": "a / b",
      "BaseFormula": "CPU_CLK_UNHALTED.THREAD / INST_RETIRED.ANY",
      "Category": "TMA", "MetricGroup": "Summary"}]}
    """,
    "perfmon/ADL/events/big.json": file([
      core("CPU_CLK_UNHALTED.THREAD_P", "0x3c", "0x00", "Cycles of a big core."),
      core("BIG_ONLY.ALL", "0xa1", "0x01", "What big cores alone count."),
    ]),
    "perfmon/ADL/events/small.json": file([
      core("CPU_CLK_UNHALTED.CORE_P", "0x3c", "0x00", "Cycles of a small core.")
    ]),
  ]

  private static func file(_ events: [[String: String]]) -> String {
    let json: [String: Any] = ["Header": ["Version": "7"], "Events": events]
    let data: Data = (try? JSONSerialization.data(withJSONObject: json)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  private static func core(
    _ name: String, _ code: String, _ mask: String, _ brief: String, fixed: Int? = nil,
    more: [String: String] = [:]
  ) -> [String: String] {
    let counters: String = fixed.map { "Fixed counter \($0)" } ?? "0,1,2,3"
    let fields: [String: String] = [
      "EventName": name, "EventCode": code, "UMask": mask, "BriefDescription": brief,
      "PublicDescription": brief, "Counter": counters, "CounterHTOff": counters,
      "SampleAfterValue": "2000003", "MSRIndex": "0", "MSRValue": "0", "CounterMask": "0",
      "Invert": "0", "AnyThread": "0", "EdgeDetect": "0", "PEBS": "0", "TakenAlone": "0",
      "Errata": "null", "Deprecated": "0",
    ]
    return fields.merging(more) { $1 }
  }

  // MARK: The kernel's files

  private static let kernel: [String: String] = [
    "kernel-events/x86/mapfile.csv": """
    Family-model,Version,Filename,EventType
    AuthenticAMD-25-([245][[:xdigit:]]|[[:xdigit:]]),v1,amdzen3,core
    GenuineIntel-6-5E,v59,skylake,core
    """,
    "kernel-events/x86/amdzen3/core.json": """
    [{"EventName": "ls_not_halted_cyc", "EventCode": "0x76", "BriefDescription": "Cycles."},
     {"EventName": "ex_ret_instr", "EventCode": "0xc0", "BriefDescription": "Instructions."},
     {"EventName": "l3_lookup_state.all", "EventCode": "0x04", "UMask": "0xff", "Unit": "L3PMC",
      "EnAllCores": "0x1", "BriefDescription": "Lookups of the third cache."},
     {"MetricName": "made_ratio", "MetricExpr": "ex_ret_instr / ls_not_halted_cyc",
      "MetricGroup": "Made;Other", "DefaultMetricgroupName": "Made",
      "MetricgroupNoGroup": "Made;Other", "DefaultShowEvents": "1",
      "BriefDescription": "Instructions per cycle."}]
    """,
    "kernel-events/x86/skylake/pipeline.json": """
    [{"EventName": "CPU_CLK_UNHALTED.THREAD", "EventCode": "0x00", "UMask": "0x02",
      "SampleAfterValue": "2000003", "BriefDescription": "Cycles of the thread."},
     {"EventName": "L2_OLD.ALL", "EventCode": "0x24", "UMask": "0x20",
      "BriefDescription": "An event of which the vendor says another code."}]
    """,
    "kernel-events/arm64/mapfile.csv": """
    #Family-model,Version,Filename,EventType
    0x00000000410fd0c0,v1,arm/neoverse-n1,core
    """,
    "kernel-events/arm64/arm/neoverse-n1/core.json": """
    [{"EventName": "CPU_CYCLES", "EventCode": "0x11", "BriefDescription": "Cycles."}]
    """,
  ]

  // MARK: Other tools

  private static let tools: [String: String] = [
    "oprofile/i386/skylake/events": """
    event:0x3c counters:cpuid um:zero minimum:2000000 name:CPU_CLK_UNHALTED : Clock cycles
    event:0x24 counters:cpuid um:l2 minimum:200000 name:l2_rqsts : Requests of the L2
    """,
    "oprofile/i386/skylake/unit_masks": """
    name:zero type:mandatory default:0x0
    \t0x0 extra: No unit mask
    name:l2 type:exclusive default:0xe1
    \t0xe1 extra: all_reads Reads
    \t0x21 extra: miss_reads Reads that miss
    """,
    "arm-data/neoverse-n1.json": """
    {"cpuid": "0x41d0c", "cpu": "Neoverse N1", "counters": 6, "events": [
      {"code": 17, "name": "CPU_CYCLES", "type": "CYCLE", "description": "Cycle"},
      {"code": 3, "name": "L1D_CACHE_REFILL", "type": "UEVT",
       "description": "Refill. Not counted: +//0 Hits. +//0 Hints"}]}
    """,
    "papi_events.csv": """
    CPU,skl
    PRESET,PAPI_TOT_CYC,NOT_DERIVED,CPU_CLK_THREAD_UNHALTED:THREAD_P
    PRESET,PAPI_BR_NTK,DERIVED_SUB,BR_INST_RETIRED:CONDITIONAL,BR_INST_RETIRED:NEAR_TAKEN
    """,
    "likwid/perfmon_skylake_events.txt": """
    EVENT_CPU_CLK_UNHALTED            0x3C   PMC
    UMASK_CPU_CLK_UNHALTED_THREAD_P   0x00
    EVENT_ARITH                       0x14   PMC
    UMASK_ARITH_DIVIDER_ACTIVE        0x01
    """,
    "likwid/groups/skylake/DIVIDE.txt": """
    SHORT Use of the divider

    EVENTSET
    PMC0 ARITH_DIVIDER_ACTIVE
    PMC1 CPU_CLK_UNHALTED_THREAD_P

    METRICS
    Divider busy PMC0/PMC1

    LONG
    Share of cycles with a division.
    """,
  ]

  // MARK: A machine

  private static let hybrid: String = "hybrid/sys/bus/event_source/devices"
  private static let devices: String = "machine/sys/bus/event_source/devices"

  private static let sysfs: [String: String] = [
    "\(devices)/cpu/type": "4\n",
    "\(devices)/cpu/format/event": "config:0-7\n",
    "\(devices)/cpu/format/umask": "config:8-15\n",
    "\(devices)/cpu/format/cmask": "config:24-31\n",
    "\(devices)/cpu/events/cpu-cycles": "event=0x3c\n",
    "\(devices)/cpu/events/made-up": "event=0xc4,umask=0x20\n",
    "\(devices)/uncore_box_0/type": "21\n",
    "\(devices)/uncore_box_0/cpumask": "0\n",
    "\(devices)/uncore_box_0/format/event": "config:0-7\n",
    "\(devices)/uncore_box_0/events/boxed-reads": "event=0x3\n",
    "\(devices)/uncore_box_0/events/boxed-reads.scale": "6.103515625e-5\n",
    "\(devices)/uncore_box_0/events/boxed-reads.unit": "MiB\n",
    "\(hybrid)/cpu_core/type": "4\n",
    "\(hybrid)/cpu_core/cpus": "0-3\n",
    "\(hybrid)/cpu_core/caps/pmu_name": "alderlake_hybrid\n",
    "\(hybrid)/cpu_core/format/event": "config:0-7\n",
    "\(hybrid)/cpu_atom/type": "10\n",
    "\(hybrid)/cpu_atom/cpus": "4-7\n",
    "\(hybrid)/cpu_atom/caps/pmu_name": "alderlake_hybrid\n",
    "\(hybrid)/cpu_atom/format/event": "config:0-7\n",
    "machine/sys/kernel/tracing/events/made/up_event/id": "77\n",
    "machine/sys/kernel/tracing/events/made/up_event/format": """
    name: up_event
    ID: 77
    format:
    \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;

    \tfield:int number;\toffset:8;\tsize:4;\tsigned:1;

    print fmt: "number=%d", REC->number

    """,
  ]

  // MARK: Files that mean harm

  /// What makes a terminal do something: change the title, clear, ring, go back, C1.
  static let controls: String = "\u{1b}]0;title\u{7} \u{1b}[2J\u{8}\r\u{9b}31m\u{7f}"

  private static let hostileTexts: [String: String] = perfmon.merging([
    "perfmon/SKL/events/core.json": file([
      core(
        "BAD\(controls)NAME", "0x3c", "0x00", "About \(controls) nothing.",
        more: [
          "PublicDescription": "More \(controls) on it.", "Errata": "E\(controls)",
          "Counter": "0,1,2,3", "Filter": controls,
        ])
    ]),
    "perfmon/SKL/metrics/metrics.json": """
    {"Metrics": [{"MetricName": "M\\u001b[2J", "BriefDescription": "B\\u001b[2J\\u009b31m",
      "Events": [{"Name": "E\\u001b[2J", "Alias": "a"}], "Formula": "a \\u001b[2J",
      "UnitOfMeasure": "U\\u001b[2J", "MetricGroup": "G\\u001b[2J"}]}
    """,
    "\(devices)/cpu/type": "4\n",
    "\(devices)/cpu/format/event": "config:0-7\n",
    "\(devices)/cpu/events/bad\u{1b}[2Jname": "event=0x3c\n",
    "\(devices)/cpu/events/badunit": "event=0x3c\n",
    "\(devices)/cpu/events/badunit.unit": "M\u{1b}[2J\n",
    "\(devices)/cpu/events/badunit.scale": "2\n",
  ]) { $1 }
}
