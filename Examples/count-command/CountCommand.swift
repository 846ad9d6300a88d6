import CommandLineSupport
import Counting
import EventCatalog

/// The command line of the example.
@main
enum CountCommand {
  static func main() {
    declaration.run { (arguments, _) in
      let request = try Request(arguments)
      // Opened first, so that nothing is counted in vain.
      var destination: Output = try request.destination()
      let outcome: Outcome = try request.perform()
      try Report(outcome, of: request).write(to: &destination)
      try destination.flush()
      if let failure = outcome.failure {
        printToStandardError("count-command: \(failure)\n")
      }
      return outcome.exitStatus
    }
  }

  private static let declaration = CommandDeclaration(
    name: "count-command",
    usage: [
      "[-e EVENTS] [-r RUNS] [options] [--] COMMAND [ARGUMENT...]",
      "[-e EVENTS] (-p PID | -t TID | -a | -C CPUS) [options] [[--] COMMAND [ARGUMENT...]]",
    ],
    summary: """
      Counts events of a command and everything that it starts, or of a running process, a
      thread or CPUs: while a command runs, or until Ctrl-C or the end of the process. With a
      command the report goes to standard error, since standard output belongs to the command;
      without one it goes to standard output.
      """,
    options: [
      .value(
        "event", letter: "e", valueName: "EVENTS",
        summary: "Events as perf names them, separated by commas; braces group them."),
      .value(
        "repeat", letter: "r", valueName: "RUNS",
        summary: "Run the command so many times; show median, spread and outliers."),
      .value("pid", letter: "p", valueName: "PID", summary: "Count all threads of a process."),
      .value("tid", letter: "t", valueName: "TID", summary: "Count a thread."),
      .value(
        "cpu", letter: "C", valueName: "CPUS", summary: "Count everything on CPUs such as 0-3,8."),
      .flag("all-cpus", letter: "a", summary: "Count everything on all CPUs."),
      .flag("json", summary: "Report as one JSON object."),
      .flag("csv", summary: "Report as comma-separated values, a line per event and run."),
      .value(
        "output", letter: "o", valueName: "FILE",
        summary: "Write the report to a file; - is standard output."),
    ],
    operands: .last,
    footer: """
      The exit status is that of the command, of several runs that of the last one that failed:
      128 plus its number if a signal ended it, 127 if there is no such command, 126 if it cannot
      be run. It is 1 if the events cannot be counted or the report cannot be written, and 2 if
      the options are wrong. SIGINT, SIGTERM, SIGHUP and SIGQUIT are passed on to the command; the
      third one kills it.
      """)
}
