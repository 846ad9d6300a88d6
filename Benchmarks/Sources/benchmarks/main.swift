import CPeers
import Glibc

/// Prints one line beside the results.
func note(_ line: String) {
  _ = (line + "\n").withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
}

do {
  if try Worker.serve(arguments: CommandLine.arguments) { exit(0) }
  let options = try Options(arguments: Array(CommandLine.arguments.dropFirst()))
  let suites: [Suite] = allSuites.filter {
    options.filter.isEmpty || $0.name.contains(options.filter)
  }
  guard !suites.isEmpty else {
    throw BenchmarkError("no benchmark's name contains \(options.filter)")
  }
  if options.listsOnly {
    for suite in suites { print(suite.name) }
    exit(0)
  }
  let cpu: Int32 = peer_pin(1)
  note("==> up to \(options.effort.rounds) rounds of ours, peer, peer, ours on CPU \(cpu)")
  var comparisons: [Comparison] = []
  for suite in suites {
    note("==> \(suite.name)")
    if let reason = suite.obstacle() {
      note("    left out: \(reason)")
      continue
    }
    comparisons += try suite.make(options.inputs).run(effort: options.effort)
  }
  print(Report.text(comparisons, as: options.form))
  let exceeded: [Comparison] = comparisons.filter { $0.verdict == .exceeded }
  for comparison in exceeded {
    note("error: \(comparison.summary)")
  }
  if !exceeded.isEmpty { exit(1) }
} catch {
  note("error: \(error)")
  exit(1)
}
