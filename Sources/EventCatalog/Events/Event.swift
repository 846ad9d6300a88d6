public import PerfEvent

/// One event that the kernel can open, with what is needed to show its count.
public struct Event: Hashable, Sendable {
  /// The name to show: as the user wrote it, with modifiers, or the term `name`.
  ///
  /// An event found by a pattern bears the name that the pattern matched.
  public var name: String
  /// What the kernel is told.
  public var attributes: EventAttributes
  /// The factor that turns a count into ``unit``.
  ///
  /// It is 1 but for events whose PMU gives another in sysfs.
  public var scale: Double
  /// The unit of a scaled count, empty for a plain number.
  public var unit: String
  /// Whether the count is a state at one moment, so that differences mean nothing.
  public var isSnapshot: Bool
  /// The name of the PMU in sysfs, where the event belongs to a certain one.
  public var pmu: String?
  /// The CPUs on which the event must be opened, if its PMU counts for whole CPUs.
  ///
  /// This is the `cpumask` of a PMU outside of the cores; nil for an event that can
  /// follow a task.
  public var cpus: [Int]?
  /// What the modifiers ask of whoever opens the event.
  public var requests: EventRequests
  /// What terms ask of whoever opens the event.
  public var options: EventOptions

  /// Creates an event.
  ///
  /// - Parameters:
  ///   - name: The name to show.
  ///   - attributes: What the kernel is told.
  ///   - scale: The factor that turns a count into the unit.
  ///   - unit: The unit of a scaled count.
  ///   - isSnapshot: Whether the count is a state at one moment.
  ///   - pmu: The name of the PMU in sysfs.
  ///   - cpus: The CPUs on which the event must be opened.
  ///   - requests: What the modifiers ask of whoever opens the event.
  ///   - options: What terms ask of whoever opens the event.
  public init(
    name: String, attributes: EventAttributes, scale: Double = 1, unit: String = "",
    isSnapshot: Bool = false, pmu: String? = nil, cpus: [Int]? = nil,
    requests: EventRequests = [], options: EventOptions = EventOptions()
  ) {
    self.name = name
    self.attributes = attributes
    self.scale = scale
    self.unit = unit
    self.isSnapshot = isSnapshot
    self.pmu = pmu
    self.cpus = cpus
    self.requests = requests
    self.options = options
  }
}
