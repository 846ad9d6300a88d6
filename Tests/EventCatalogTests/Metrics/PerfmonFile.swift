import EventCatalog

/// A file of metrics in the format of perfmon.
struct PerfmonFile: Decodable {
  var metrics: [PerfmonMetric]

  enum CodingKeys: String, CodingKey {
    case metrics = "Metrics"
  }
}

/// A metric of such a file.
struct PerfmonMetric: Decodable {
  struct Operand: Decodable {
    var name: String
    var alias: String

    enum CodingKeys: String, CodingKey {
      case name = "Name"
      case alias = "Alias"
    }
  }

  struct Threshold: Decodable {
    var formula: String
    var baseFormula: String

    enum CodingKeys: String, CodingKey {
      case formula = "Formula"
      case baseFormula = "BaseFormula"
    }
  }

  var name: String
  var formula: String
  var events: [Operand]
  var constants: [Operand]
  var threshold: Threshold?
  var level: Int?
  var parent: String?
  var groups: String?

  enum CodingKeys: String, CodingKey {
    case name = "MetricName"
    case formula = "Formula"
    case events = "Events"
    case constants = "Constants"
    case threshold = "Threshold"
    case level = "Level"
    case parent = "ParentCategory"
    case groups = "MetricGroup"
  }

  /// The metric as the package describes it.
  var definition: MetricDefinition {
    var definition = MetricDefinition(
      name: name, formula: formula, language: .perfmon,
      operands: events.map { .init(alias: $0.alias, value: $0.name) }
        + constants.map { .init(alias: $0.alias, value: $0.name, isConstant: true) },
      provenance: EventProvenance(source: .perfmon, location: "test"))
    definition.groups = (groups ?? "").split(separator: ";").map(String.init)
    definition.level = level
    definition.parent = parent ?? ""
    definition.threshold = threshold?.baseFormula ?? ""
    return definition
  }
}
