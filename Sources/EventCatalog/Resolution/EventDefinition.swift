internal import PerfEvent

/// What a provider says of an event, before modifiers.
struct EventDefinition {
  var attributes: EventAttributes
  /// A name to show in place of what the user wrote.
  var name: String?
  var scale: Double = 1
  var unit: String = ""
  var isSnapshot: Bool = false
  var pmu: String?
  var cpus: [Int]?
  /// The PMU, where it may be asked for what it can do.
  var capabilities: PMUCapabilities = .software
  var requests: EventRequests = []
}

/// What the defaults of an event depend on.
enum PMUCapabilities: Equatable {
  /// Nothing but software: every exclusion is accepted.
  case software
  /// A PMU of the cores, with the highest precision that it declares.
  case core(maximumPrecision: UInt8)
  /// Another PMU; most of these refuse exclusions.
  case other
}
