public import PerfEvent

/// A performance monitoring unit of the machine, as sysfs describes it.
public struct PMU: Hashable, Sendable {
  /// The name of its folder in sysfs.
  public var name: String
  /// The number that attributes bear for events of this unit.
  public var type: EventType
  /// What the unit counts for, which decides how its events may be opened.
  public var scope: PMUScope
  /// The CPUs that sysfs names for the unit, ascending.
  ///
  /// For a unit of the cores they are those on which its events can count, for one
  /// outside of them those on which its events must be opened. Nil if sysfs names
  /// none.
  public var cpus: [Int]?
  /// The highest precision of samples that the unit declares, from 0 to 3.
  public var maximumPrecision: UInt8

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - name: The name of its folder in sysfs.
  ///   - type: The number that attributes bear.
  ///   - scope: What the unit counts for.
  ///   - cpus: The CPUs that sysfs names for the unit.
  ///   - maximumPrecision: The highest precision of samples.
  public init(
    name: String, type: EventType, scope: PMUScope, cpus: [Int]? = nil,
    maximumPrecision: UInt8 = 0
  ) {
    self.name = name
    self.type = type
    self.scope = scope
    self.cpus = cpus
    self.maximumPrecision = maximumPrecision
  }

  /// What the defaults of the unit's events depend on.
  var capabilities: PMUCapabilities {
    switch scope {
    case .software: .software
    case .core: .core(maximumPrecision: maximumPrecision)
    case .wholeCPUs, .task: .other
    }
  }
}
