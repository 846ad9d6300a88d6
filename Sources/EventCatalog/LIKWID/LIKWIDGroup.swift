/// A group of LIKWID: events on counters, and what is computed of them.
public struct LIKWIDGroup: Hashable, Sendable {
  /// The name, which is that of the file.
  public var name: String
  /// One line about the group.
  public var brief: String
  /// All that the file says about the group.
  public var details: String
  /// Whether simultaneous multithreading must be switched off.
  ///
  /// Without it a core has more counters than each of its threads.
  public var requiresNoSMT: Bool
  /// The events and where they are counted.
  public var events: [Assignment]
  /// What is computed of the counts.
  public var metrics: [Metric]

  /// An event on a counter.
  public struct Assignment: Hashable, Sendable {
    /// The counter, such as `PMC0`.
    public var counter: String
    /// The event.
    public var event: String
    /// Options such as `EDGEDETECT` or `THRESHOLD=0x1`.
    public var options: [String]

    /// Creates an assignment.
    ///
    /// - Parameters:
    ///   - counter: The counter.
    ///   - event: The event.
    ///   - options: Options such as `EDGEDETECT`.
    public init(counter: String, event: String, options: [String] = []) {
      self.counter = counter
      self.event = event
      self.options = options
    }

    /// The assignment as LIKWID's commands take it.
    public var specification: String {
      ([event, counter] + options).joined(separator: ":")
    }
  }

  /// A value that is computed of counts.
  public struct Metric: Hashable, Sendable {
    /// The name without its unit.
    public var name: String
    /// The unit, empty for a plain number.
    public var unitName: String
    /// The formula over counters.
    public var formula: String

    /// Creates a metric.
    ///
    /// - Parameters:
    ///   - name: The name without its unit.
    ///   - unitName: The unit.
    ///   - formula: The formula over counters.
    public init(name: String, unitName: String, formula: String) {
      self.name = name
      self.unitName = unitName
      self.formula = formula
    }
  }

  /// Creates a group without events.
  ///
  /// - Parameter name: The name.
  public init(name: String) {
    self.name = name
    self.brief = ""
    self.details = ""
    self.requiresNoSMT = false
    self.events = []
    self.metrics = []
  }
}
