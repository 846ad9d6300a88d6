/// What a node of an expression does with the nodes before it.
enum MetricOperation: UInt8, Hashable, Sendable {
  case number
  case name
  case literal
  case sourceCount
  case aggregateCount
  case hasEvent
  case matchesCPU
  case negate
  case or
  case exclusiveOr
  case and
  case less
  case greater
  case lessOrEqual
  case greaterOrEqual
  case add
  case subtract
  case multiply
  case divide
  case remainder
  case minimum
  case maximum
  case ratio
  case select

  /// How many values it takes.
  var arity: Int {
    switch self {
    case .number, .name, .literal, .sourceCount, .aggregateCount, .hasEvent, .matchesCPU: 0
    case .negate: 1
    case .select: 3
    default: 2
    }
  }

  /// How tightly a binary operator binds, or nil for anything else.
  ///
  /// Comparisons bind tighter than the operators on bits, as perf has it.
  var rank: Int? {
    switch self {
    case .or: 0
    case .exclusiveOr: 1
    case .and: 2
    case .less, .greater, .lessOrEqual, .greaterOrEqual: 3
    case .add, .subtract: 4
    case .multiply, .divide, .remainder: 5
    default: nil
    }
  }

  /// The sign of an operator or the name of a function.
  var spelling: String {
    switch self {
    case .or: "|"
    case .exclusiveOr: "^"
    case .and: "&"
    case .less: "<"
    case .greater: ">"
    case .lessOrEqual: "<="
    case .greaterOrEqual: ">="
    case .add: "+"
    case .subtract, .negate: "-"
    case .multiply: "*"
    case .divide: "/"
    case .remainder: "%"
    case .minimum: "min"
    case .maximum: "max"
    case .ratio: "d_ratio"
    case .sourceCount: "source_count"
    case .aggregateCount: "aggr_nr"
    case .hasEvent: "has_event"
    case .matchesCPU: "strcmp_cpuid_str"
    case .number, .name, .literal, .select: ""
    }
  }

  /// Whether its argument is the name of an event, or the text of a CPU.
  var takesName: Bool {
    switch self {
    case .sourceCount, .aggregateCount, .hasEvent, .matchesCPU: true
    default: false
    }
  }

  /// Whether its payload is the place of a text in the table of names.
  var refersToName: Bool { self == .name || takesName }
}
