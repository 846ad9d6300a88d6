internal import PerfEvent

/// What a provider says of an event, before modifiers.
struct EventCandidate {
  var attributes: EventAttributes
  /// The name that the term `name` gives.
  var name: String?
  /// What a pattern matched, to be shown in its place.
  var matchedName: String?
  /// The system and the name of a tracepoint.
  var tracepoint: String?
  /// The type of the core that a generic event is for, where there are several.
  var coreType: EventType?
  var scale: Double = 1
  var unit: String = ""
  var isSnapshot: Bool = false
  var pmu: String?
  var cpus: [Int]?
  /// The PMU, where it may be asked for what it can do.
  var capabilities: PMUCapabilities = .software
  var requests: EventRequests = []
  var options = EventOptions()
  /// Whether the modifiers of the text are part of it already.
  var includesModifiers: Bool = false
  /// The CPUs that terms name.
  var namedCPUs: [Int]?
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
