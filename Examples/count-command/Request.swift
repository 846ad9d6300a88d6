import CommandLineSupport
import Counting
import EventCatalog
import PerfEvent

/// What the arguments ask for.
struct Request {
  enum Form {
    case text
    case json
    case csv
  }

  /// The events, or nil for those that suit the machine.
  let events: String?
  let command: [String]
  /// Whose events are counted; nil means the command's own.
  let target: Target?
  let runs: Int
  let form: Form
  let outputPath: String?

  var hasCommand: Bool { !command.isEmpty }

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let named: [String] = arguments.values("event")
    events = named.isEmpty ? nil : named.joined(separator: ",")
    command = arguments.operands
    target = try Self.target(arguments)
    runs = try arguments.number("repeat", in: 1...1_000_000) ?? 1
    form =
      switch try arguments.exclusive(["json", "csv"]) {
      case "json": .json
      case "csv": .csv
      default: .text
      }
    outputPath = arguments.value("output")
    if command.isEmpty {
      guard target != nil else { throw UsageError("a command, -p, -t, -C or -a is needed") }
      guard runs == 1 else { throw UsageError("option '--repeat' needs a command") }
    }
  }

  /// Where the report goes.
  func destination() throws(OutputError) -> Output {
    switch outputPath {
    case "-": Output.standard()
    case let path?: try Output.file(path)
    case nil: hasCommand ? Output.standardError() : Output.standard()
    }
  }

  private static func target(_ arguments: ParsedArguments) throws(UsageError) -> Target? {
    switch try arguments.exclusive(["pid", "tid", "cpu", "all-cpus"]) {
    case "pid":
      return .process(try task("pid", arguments))
    case "tid":
      return .thread(try task("tid", arguments))
    case "cpu":
      let text: String = arguments.value("cpu") ?? ""
      guard let cpus = Target.cpus(parsing: text) else {
        throw UsageError("option '--cpu' needs CPUs such as 0-3,8, not '\(text)'")
      }
      return cpus
    case "all-cpus": return .wholeMachine
    default: return nil
    }
  }

  private static func task(
    _ name: String, _ arguments: ParsedArguments
  ) throws(UsageError) -> Int32 {
    Int32(truncatingIfNeeded: try arguments.number(name, in: 1...Int(Int32.max)) ?? 0)
  }

  /// The events in groups: those asked for, or the default ones.
  func eventGroups() throws(EventNameError) -> [EventGroup] {
    try EventCatalog().resolve(events ?? Self.defaultEvents)
  }

  /// Default events that cannot be counted are left out; those asked for may be
  /// missing on this machine, but a missing permission is an error.
  var unsupported: UnsupportedEvents { events == nil ? .reportRefused : .report }

  private static let defaultEvents: String =
    "task-clock,context-switches,cpu-migrations,page-faults,"
    + "cycles,instructions,branches,branch-misses"
}
