public import PerfEvent

/// A performance monitoring unit of a simulated machine.
public struct SimulatedPMU: Sendable {
  /// The name, that of its folder in sysfs.
  public var name: String
  /// The number with which events name the PMU.
  public var type: EventType
  /// The number of programmable counters; of all beyond 64 nothing is used.
  public var counters: Int
  /// The number of fixed counters, which hold the events that name them.
  public var fixedCounters: Int = 0
  /// Counters that somebody else holds, such as the NMI watchdog, a bit each; the fixed
  /// ones come behind the programmable ones.
  public var heldCounters: UInt64 = 0
  /// How counters are given to events.
  public var assignment: CounterAssignment = .rearranging
  /// Which events are counted when a group is opened.
  public var validation: OpenValidation = .leaderAndEnabledMembers
  /// The CPUs whose cores have the PMU; nil for all.
  public var cpus: [Int]?
  /// Whether the PMU counts for tasks, and not for whole CPUs only.
  public var countsTasks: Bool = true
  /// The time after which other groups get their turn, in nanoseconds; at least 1.
  public var multiplexingInterval: UInt64 = 4_000_000
  /// What an event needs; nil if the PMU does not have the event.
  public var requirement: @Sendable (EventAttributes) -> CounterRequirement?
  /// Further files of its folder in sysfs, such as `format/event` or `events/cycles`.
  public var files: [String: String] = [:]

  /// Creates a PMU.
  ///
  /// - Parameters:
  ///   - name: The name, that of its folder in sysfs.
  ///   - type: The number with which events name the PMU.
  ///   - counters: The number of programmable counters.
  ///   - requirement: What an event needs; nil if the PMU does not have the event.
  public init(
    _ name: String, type: EventType, counters: Int,
    requirement: @escaping @Sendable (EventAttributes) -> CounterRequirement? = { _ in
      .anyCounter
    }
  ) {
    self.name = name
    self.type = type
    self.counters = counters
    self.requirement = requirement
  }

  /// Returns a core PMU whose counters can hold any event.
  ///
  /// - Parameter counters: The number of counters.
  /// - Returns: The PMU `cpu` with the type of raw events.
  public static func core(counters: Int) -> SimulatedPMU {
    SimulatedPMU("cpu", type: .raw, counters: counters)
  }

  /// Returns a core PMU whose events say by themselves which counters can hold them.
  ///
  /// In its raw events the low 16 bits of config are the rate, and the low 32 of config1
  /// the counters, 0 for any. It takes the lowest free counter, and checks whole groups.
  ///
  /// - Parameters:
  ///   - counters: The number of programmable counters.
  ///   - hasFixedCounter: Whether there is a further counter for the generic event of
  ///     instructions, which can be on the others as well.
  /// - Returns: The PMU `cpu` with the type of raw events.
  public static func synthetic(
    counters: Int, hasFixedCounter: Bool = false
  ) -> SimulatedPMU {
    var pmu = SimulatedPMU("cpu", type: .raw, counters: counters) { attributes in
      guard attributes.type == .raw else {
        let isInstructions: Bool = attributes.type == .hardware && attributes.config == 1
        return CounterRequirement(counters: .max, fixedCounters: isInstructions ? 1 : 0)
      }
      let mask: UInt64 = attributes.config1 & 0xffff_ffff
      return mask == 0 ? .anyCounter : CounterRequirement(counters: mask)
    }
    pmu.fixedCounters = hasFixedCounter ? 1 : 0
    pmu.assignment = .lowestFree
    pmu.validation = .allMembers
    pmu.files = [
      "format/rate": "config:0-15", "format/mask": "config1:0-31", "events/seven": "rate=0x7",
    ]
    return pmu
  }

  /// The number of programmable counters that exist.
  var programmableCount: Int { max(0, min(64, counters)) }

  /// The counters that exist and are free for events, a bit each.
  var availableCounters: UInt64 {
    let count: Int = max(programmableCount, min(64, programmableCount &+ fixedCounters))
    return Self.lowest(count) & ~heldCounters
  }

  static func lowest(_ count: Int) -> UInt64 {
    count >= 64 ? .max : (1 << UInt64(count)) &- 1
  }
}
