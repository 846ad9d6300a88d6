/// The metrics of a table, found by name, with formulas that refer to one another.
///
/// A name in a formula of perf means the metric of that name, if there is one for the
/// same kind of PMU or for any core, and else an event. Formulas of other sources name
/// events only, but their thresholds name metrics.
public struct MetricCatalog: Sendable {
  /// The metrics whose formulas can be read, in the order of the source.
  public let metrics: [Metric]
  /// What is wrong with the others, by name.
  public let failures: [String: MetricError]
  private let placeOfName: [Key: Int]
  private let placesOfFoldedName: [String: [Int]]

  private struct Key: Hashable {
    var unit: PMUUnit
    var name: String
  }

  /// Reads the formulas of metrics.
  ///
  /// Of two metrics with the same name for the same kind of PMU the last one counts,
  /// as presets of PAPI demand it.
  ///
  /// - Parameter definitions: The metrics as their source describes them.
  public init(_ definitions: [MetricDefinition]) {
    var metrics: [Metric] = []
    var failures: [String: MetricError] = [:]
    var placeOfName: [Key: Int] = [:]
    var placesOfFoldedName: [String: [Int]] = [:]
    metrics.reserveCapacity(definitions.count)
    for definition in definitions {
      do throws(MetricError) {
        let metric: Metric = try Metric(definition)
        placeOfName[Key(unit: definition.unit, name: metric.name)] = metrics.count
        placesOfFoldedName[metric.name.lowercased(), default: []].append(metrics.count)
        metrics.append(metric)
      } catch {
        failures[definition.name] = error
      }
    }
    self.metrics = metrics
    self.failures = failures
    self.placeOfName = placeOfName
    self.placesOfFoldedName = placesOfFoldedName
  }

  /// Finds the metrics of a name, of which machines with two kinds of cores have two.
  ///
  /// - Parameter name: The name, in upper or lower case.
  /// - Returns: The metrics in the order of the source.
  public func metrics(named name: String) -> [Metric] {
    (placesOfFoldedName[name.lowercased()] ?? []).map { metrics[$0] }
  }

  /// Finds the metric that a name in a formula means.
  ///
  /// - Parameters:
  ///   - name: The name exactly as the source writes it.
  ///   - unit: The kind of PMU for which the formula is.
  /// - Returns: The metric, or nil if the name is that of an event.
  public func metric(named name: String, for unit: PMUUnit) -> Metric? {
    place(of: name, for: unit).map { metrics[$0] }
  }

  /// The place of the metric that a name in a formula means.
  func place(of name: String, for unit: PMUUnit) -> Int? {
    placeOfName[Key(unit: unit, name: name)] ?? placeOfName[Key(unit: .core, name: name)]
  }

  /// The place of the metric that a name in the formula of another means.
  ///
  /// Only formulas of perf name other metrics; those of other sources name events alone,
  /// which may have the name of the metric itself.
  func place(of name: String, neededBy place: Int) -> Int? {
    let definition: MetricDefinition = metrics[place].definition
    return definition.language == .perf ? self.place(of: name, for: definition.unit) : nil
  }

  /// The place of a metric of this catalog.
  func place(of metric: Metric) throws(MetricError) -> Int {
    if let place = place(of: metric.name, for: metric.definition.unit) { return place }
    let names: [String] = metrics.map(\.name)
    throw MetricError(
      formula: metric.name,
      problem: .unknownMetric(
        name: metric.name, nearest: NearestNames.of(metric.name, among: names)))
  }
}
