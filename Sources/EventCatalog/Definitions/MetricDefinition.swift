/// A value that is computed from counts, as one source describes it.
///
/// Metrics of perf and of perfmon, presets of PAPI and formulas of LIKWID's groups
/// are such values.
public struct MetricDefinition: Hashable, Sendable {
  /// The name as the source writes it.
  public var name: String
  /// The formula in the language of the source.
  public var formula: String
  /// The language of the formula.
  public var language: FormulaLanguage
  /// What the names in the formula stand for, where the source sets them apart.
  ///
  /// Each entry is an event in the language of the source, or a constant.
  public var operands: [Operand]
  /// The groups that the metric belongs to.
  public var groups: [String]
  /// The level in the tree of a top-down analysis, from 1, if the source says it.
  public var level: Int?
  /// The metric of which this one is a part in a top-down analysis, or empty.
  public var parent: String
  /// A formula that is not zero when the value deserves attention, or empty.
  public var threshold: String
  /// What to keep in mind of the threshold in the source's own words, such as `$issue2P`.
  public var thresholdIssues: [String]
  /// What the value is a count or a part of, such as `Slots` or `Clocks_Estimated`.
  ///
  /// It is empty where the source does not say it.
  public var countDomain: String
  /// The events to sample for the places in a program that make the value what it is.
  public var locatingEvents: [String]
  /// The parts of a machine of which the value can be had, such as `THREAD` or `SOCKET`.
  public var resolutionLevels: [String]
  /// The method to which the metric belongs, such as `TMA`, or empty.
  public var category: String
  /// The factor that turns the formula's value into ``unitName``.
  public var scale: Double
  /// The unit of a scaled value, such as `%`, empty for a plain number.
  public var unitName: String
  /// One line about the metric.
  public var brief: String
  /// All that the source says, empty if no more than ``brief``.
  public var details: String
  /// The kind of PMU that the metric is for.
  public var unit: PMUUnit
  /// The rule for grouping the events, in the source's own word, or empty.
  public var groupingRule: String
  /// The group under which perf shows the metric where the user asks for none, or empty.
  public var defaultGroup: String
  /// The groups for which the events need not be counted together.
  public var ungroupedGroups: [String]
  /// Whether perf shows the events beside the metric where the user asks for none.
  public var showsEventsByDefault: Bool
  /// An expression for the identifiers of the PMUs that the metric is for, or nil.
  ///
  /// Of chips instead of CPUs, the whole identifier that sysfs shows must match.
  public var compatibleIdentifiers: String?
  /// Where the description comes from.
  public var provenance: EventProvenance

  /// A name in a formula and what it stands for.
  public struct Operand: Hashable, Sendable {
    /// The name in the formula.
    public var alias: String
    /// The event, or the constant.
    public var value: String
    /// Whether the value is a constant of the machine instead of an event.
    public var isConstant: Bool

    /// Creates an operand.
    ///
    /// - Parameters:
    ///   - alias: The name in the formula.
    ///   - value: The event, or the constant.
    ///   - isConstant: Whether the value is a constant of the machine.
    public init(alias: String, value: String, isConstant: Bool = false) {
      self.alias = alias
      self.value = value
      self.isConstant = isConstant
    }
  }

  /// Creates a definition.
  ///
  /// - Parameters:
  ///   - name: The name as the source writes it.
  ///   - formula: The formula in the language of the source.
  ///   - language: The language of the formula.
  ///   - operands: What the names in the formula stand for.
  ///   - provenance: Where the description comes from.
  public init(
    name: String, formula: String, language: FormulaLanguage, operands: [Operand] = [],
    provenance: EventProvenance
  ) {
    self.name = name
    self.formula = formula
    self.language = language
    self.operands = operands
    self.provenance = provenance
    self.groups = []
    self.level = nil
    self.parent = ""
    self.threshold = ""
    self.thresholdIssues = []
    self.countDomain = ""
    self.locatingEvents = []
    self.resolutionLevels = []
    self.category = ""
    self.scale = 1
    self.unitName = ""
    self.brief = ""
    self.details = ""
    self.unit = .core
    self.groupingRule = ""
    self.defaultGroup = ""
    self.ungroupedGroups = []
    self.showsEventsByDefault = false
    self.compatibleIdentifiers = nil
  }
}
