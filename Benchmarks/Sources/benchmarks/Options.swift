/// What the command line asks for.
struct Options {
  var filter = ""
  var effort = Effort()
  var inputs = Inputs()
  var form: Form = .table
  var listsOnly = false

  /// How the results are printed.
  enum Form: String {
    case table, json, markdown
  }

  static let usage = """
    usage: benchmarks [--filter TEXT] [--rounds N] [--seconds S] [--size MIB] [--recorded]
                      [--json | --markdown] [--list]
    """

  init(arguments: [String]) throws(BenchmarkError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--filter":
        guard let text = rest.popFirst() else { throw BenchmarkError(Self.usage) }
        filter = text
      case "--rounds": effort.rounds = try Self.number(argument, &rest)
      case "--seconds": effort.seconds = Double(try Self.number(argument, &rest))
      case "--size": inputs.megabytes = try Self.number(argument, &rest)
      case "--recorded": inputs.areRecorded = true
      case "--json": form = .json
      case "--markdown": form = .markdown
      case "--list": listsOnly = true
      default: throw BenchmarkError("unknown argument \(argument); \(Self.usage)")
      }
    }
  }

  private static func number(
    _ option: String, _ rest: inout ArraySlice<String>
  ) throws(BenchmarkError) -> Int {
    guard let text = rest.popFirst(), let number = Int(text), number > 0, number < 1 << 20 else {
      throw BenchmarkError("\(option) wants a number of at least 1")
    }
    return number
  }
}
