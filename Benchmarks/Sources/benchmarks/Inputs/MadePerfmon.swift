import Glibc

/// A microarchitecture in the form of Intel's event files, made up at the size of real ones.
enum MadePerfmon {
  static let cpu = "GenuineIntel-6-5E-3"
  static let coreEvents = 600
  static let uncoreEvents = 300
  static let metrics = 200

  /// Writes the folder unless it is there.
  ///
  /// - Returns: Its path, below `.build`.
  /// - Throws: An error if it cannot be written.
  static func folder() throws -> String {
    let root: String = try FileSystem.cacheFolder() + "/perfmon-1"
    if FileSystem.exists("\(root)/mapfile.csv") { return root }
    for folder in ["", "/SKL", "/SKL/events", "/SKL/metrics"] {
      guard mkdir(root + folder, 0o777) == 0 || errno == EEXIST else {
        throw FileSystem.failure("made", root + folder)
      }
    }
    try FileSystem.write(
      list("Events", (0..<coreEvents).map(core)), to: "\(root)/SKL/events/core.json")
    try FileSystem.write(
      list("Events", (0..<uncoreEvents).map(uncore)), to: "\(root)/SKL/events/uncore.json")
    try FileSystem.write(
      list("Metrics", (0..<metrics).map(metric)), to: "\(root)/SKL/metrics/metrics.json")
    try FileSystem.write(
      """
      Family-model,Version,Filename,EventType,Core Type,Native Model ID,Core Role Name
      GenuineIntel-6-5E,V1,/SKL/events/core.json,core,,,
      GenuineIntel-6-5E,V1,/SKL/events/uncore.json,uncore,,,
      GenuineIntel-6-5E,V1,/SKL/metrics/metrics.json,metrics,,,

      """, to: "\(root)/mapfile.csv")
    return root
  }

  private static let nouns = [
    "MEM_LOAD", "L2_RQSTS", "BR_INST", "UOPS", "CYCLE_ACTIVITY", "IDQ", "FRONTEND", "ITLB",
    "DTLB_LOAD", "OFFCORE", "MACHINE_CLEARS", "RESOURCE_STALLS",
  ]
  private static let verbs = ["RETIRED", "ISSUED", "EXECUTED", "MISSES", "REQUESTS", "WALKS"]
  private static let parts = ["ALL", "HIT", "MISS", "STALL", "PENDING", "ACTIVE", "FULL", "ANY"]

  private static func name(_ number: Int) -> String {
    "\(nouns[number % nouns.count])_\(verbs[number / 7 % verbs.count])."
      + "\(parts[number / 3 % parts.count])_\(number)"
  }

  private static func sentence(_ number: Int) -> String {
    "Counts what the \(nouns[number % nouns.count].lowercased()) unit \(verbs[number % 6].lowercased()) "
      + "while it is \(parts[number / 5 % parts.count].lowercased()), number \(number)"
  }

  private static func core(_ number: Int) -> String {
    object([
      ("EventCode", "0x\(String(number % 256, radix: 16))"),
      ("UMask", "0x\(String(number / 256 + 1, radix: 16))"), ("EventName", name(number)),
      ("BriefDescription", sentence(number)),
      (
        "PublicDescription",
        "\(sentence(number)). \(sentence(number + 1)). \(sentence(number + 2))."
      ),
      ("Counter", "0,1,2,3"), ("CounterHTOff", "0,1,2,3,4,5,6,7"),
      ("SampleAfterValue", number % 2 == 0 ? "2000003" : "100003"), ("MSRIndex", "0"),
      ("MSRValue", "0"), ("TakenAlone", "0"), ("CounterMask", "\(number % 3)"), ("Invert", "0"),
      ("AnyThread", "0"), ("EdgeDetect", "0"), ("PEBS", "\(number % 3)"), ("Data_LA", "0"),
      ("L1_Hit_Indication", "0"), ("Errata", number % 50 == 0 ? "SKL\(number)" : "null"),
      ("Offcore", "0"), ("Deprecated", "0"),
    ])
  }

  private static func uncore(_ number: Int) -> String {
    object([
      ("Unit", number % 2 == 0 ? "CBO" : "iMC"),
      ("EventCode", "0x\(String(number % 256, radix: 16))"),
      ("UMask", "0x\(String(number / 256 + 1, radix: 16))"), ("EventName", "UNC_\(name(number))"),
      ("BriefDescription", sentence(number)), ("PublicDescription", "\(sentence(number))."),
      ("Counter", "0,1"), ("CounterMask", "0"), ("Invert", "0"), ("EdgeDetect", "0"),
    ])
  }

  private static func metric(_ number: Int) -> String {
    let events: [String] = (0..<6).map { place in
      object([
        ("Name", name(number + place)), ("Alias", String("abcdef".dropFirst(place).prefix(1))),
      ])
    }
    return """
      {"MetricName": "Metric_\(number)", "LegacyName": "metric_TMA_\(number)", "Level": 1,
      "BriefDescription": "\(sentence(number))", "UnitOfMeasure": "percent",
      "Events": [\(events.joined(separator: ","))], "Constants": [],
      "Formula": "100 * ( ( a - b ) / ( c + d ) ) * ( 1 - e / max( f , 1 ) )",
      "Category": "TMA", "CountDomain": "Metric", "MetricGroup": "TmaL1;Group\(number % 9)",
      "LocateWith": "", "ResolutionLevels": "CORE,SOCKET"}
      """
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\n      \"\($0.0)\": \"\($0.1)\"" }.joined(separator: ",") + "\n    }"
  }

  private static func list(_ name: String, _ objects: [String]) -> String {
    "{\"Header\": {\"Version\": \"1\"}, \"\(name)\": [\n\(objects.joined(separator: ",\n"))\n]}\n"
  }
}
