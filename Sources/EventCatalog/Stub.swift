public import PerfEvent
public struct EventNameError: Error, CustomStringConvertible { public var description: String }
public struct Event: Hashable, Sendable { public var name: String; public var attributes: EventAttributes; public var scale: Double = 1; public var unit: String = ""; public var isSnapshot = false; public var pmu: String?; public var cpus: [Int]? }
public struct EventGroup: Hashable, Sendable { public var name: String?; public var isExplicit: Bool; public var events: [Event] }
public struct EventCatalog: Sendable {
  public init(kernel: any Kernel = LinuxKernel()) {}
  public func resolve(_ e: String) throws(EventNameError) -> [EventGroup] {
    var r: [EventGroup] = []
    for p in e.split(separator: ",") {
      let t: [String: (EventType, UInt64)] = ["page-faults": (.software, 2), "task-clock": (.software, 1), "context-switches": (.software, 3), "cpu-clock": (.software, 0), "minor-faults": (.software, 5), "cpu-migrations": (.software, 4), "cycles": (.hardware, 0)]
      guard let x = t[String(p)] else { throw EventNameError(description: "unknown \(p)") }
      r.append(EventGroup(name: nil, isExplicit: false, events: [Event(name: String(p), attributes: EventAttributes(type: x.0, config: x.1))]))
    }
    return r
  }
}
