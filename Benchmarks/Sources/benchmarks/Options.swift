/// What the command line asks for.
struct Options {
  var filter = ""
  var rounds = 31
  var printsJSON = false
  var listsOnly = false

  static let usage = "usage: benchmarks [--filter TEXT] [--rounds N] [--json] [--list]"

  init(arguments: [String]) throws(BenchmarkError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--filter":
        guard let text = rest.popFirst() else { throw BenchmarkError(Self.usage) }
        filter = text
      case "--rounds":
        guard let text = rest.popFirst(), let number = Int(text), number > 0 else {
          throw BenchmarkError("--rounds wants a number of at least 1")
        }
        rounds = number
      case "--json": printsJSON = true
      case "--list": listsOnly = true
      default: throw BenchmarkError("unknown argument \(argument); \(Self.usage)")
      }
    }
  }
}
