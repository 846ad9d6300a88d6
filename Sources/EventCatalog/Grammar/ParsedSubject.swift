/// What an event's text stands for, as far as its form tells.
enum ParsedSubject {
  /// A generic name, an event of a PMU or, before terms, a PMU.
  case name(String)
  case raw(UInt64)
  case numeric(type: UInt32, config: UInt64)
  case breakpoint(ParsedBreakpoint)
  case tracepoint(system: String, name: String)
  /// A text that perf cannot read, but perhaps another tool, and perf's objection.
  case foreign(String, LocatedProblem)
}

extension ParsedSubject: Equatable, CustomStringConvertible {
  /// Whether two subjects are the same, whatever perf objects to.
  static func == (first: Self, second: Self) -> Bool {
    first.form == second.form && first.description == second.description
  }

  /// The form in a number.
  private var form: Int {
    switch self {
    case .name: 0
    case .raw: 1
    case .numeric: 2
    case .breakpoint: 3
    case .tracepoint: 4
    case .foreign: 5
    }
  }

  var description: String {
    switch self {
    case .name(let name): name
    case .raw(let code): "r\(String(code, radix: 16))"
    case .numeric(let type, let config): "\(type):\(NumberText.shown(config))"
    case .breakpoint(let breakpoint): breakpoint.description
    case .tracepoint(let system, let name): "\(system):\(name)"
    case .foreign(let text, _): text
    }
  }
}
