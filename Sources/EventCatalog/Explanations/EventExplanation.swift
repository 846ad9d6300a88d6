/// All that is known about an event of a machine.
public struct EventExplanation: Sendable {
  /// What was asked for.
  public var name: String
  /// What the kernel would be told, one group per event or PMU; empty if it is refused.
  public var groups: [EventGroup]
  /// Why the name cannot be resolved on the machine, if so.
  public var refusal: EventNameError?
  /// What sources say of events of this name.
  public var definitions: [EventDefinition]
  /// The names of the same code and near ones, for each design of the machine's cores.
  public var cores: [CoreAliases]
  /// The metrics of this name, one per source and kind of cores.
  public var metrics: [MetricExplanation] = []
  /// The groups of metrics of this name.
  public var metricGroups: [MetricGroupExplanation] = []
  /// The fields of a tracepoint, if the name is that of one.
  public var tracepoint: TracepointFormat?
  /// Where sources contradict each other.
  public var contradictions: [EventContradiction] = []
  /// The PMUs of further kinds of cores that have the event, whose numbers only the
  /// kernel of the machine knows.
  public var missingPMUs: [PMUUnit] = []

  /// Creates an explanation.
  ///
  /// - Parameters:
  ///   - name: What was asked for.
  ///   - groups: What the kernel would be told.
  ///   - refusal: Why the name cannot be resolved.
  ///   - definitions: What sources say of events of this name.
  ///   - cores: The names of the same code and near ones.
  public init(
    name: String, groups: [EventGroup], refusal: EventNameError?,
    definitions: [EventDefinition], cores: [CoreAliases]
  ) {
    self.name = name
    self.groups = groups
    self.refusal = refusal
    self.definitions = definitions
    self.cores = cores
  }

  /// Whether nobody knows the name.
  public var isUnknown: Bool {
    groups.isEmpty && definitions.isEmpty && cores.allSatisfy { $0.aliases.isEmpty }
      && metrics.isEmpty && metricGroups.isEmpty
  }
}
