import CommandLineSupport
import PerfData

let declaration = CommandDeclaration(
  name: "dump-perfdata",
  usage: ["FILE [--header | --stats | --records | --samples] [--json]"],
  summary: """
    Shows what a perf.data file holds. FILE is a file or a directory that perf
    recorded, or - for standard input. Without an option the statistics are shown.
    """,
  options: [
    .flag("header", summary: "Show where, how and what was recorded."),
    .flag("stats", summary: "Show the number of records of each kind."),
    .flag("records", summary: "Show every record, in the order of the file."),
    .flag("samples", summary: "Show every sample, in the order of the file."),
    .flag("json", letter: "j", summary: "Write JSON; records and samples one per line."),
  ],
  footer: """
    What stands in front of a damaged place is shown; then the damage is reported
    on standard error. The status is 1 if any damage was seen, also in a part of
    the file that was not shown, and 2 for wrong arguments. A file that the recorder
    is still writing, or was stopped from finishing, is not damaged: it gives a
    warning and status 0.

    The offset of a record is its place in the file; records that stand in a
    compressed one have its offset. Records of a directory also have the number of
    their file: 0 is the main one, 1 the first of data.0, data.1 and so on.
    """)

declaration.run { arguments, output in
  let view = try arguments.exclusive(["header", "stats", "records", "samples"]) ?? "stats"
  guard let path = arguments.operands.first else { throw UsageError("no file given") }
  guard arguments.operands.count == 1 else {
    throw UsageError("more than one file given: '\(arguments.operands[1])'")
  }
  let file = path == "-" ? try PerfDataFile(descriptor: 0) : try PerfDataFile(path: path)
  warnIfUnfinished(file)
  let form: Form = arguments.has("json") ? .json : .text
  let fault: PerfDataError?
  switch view {
  case "header": fault = try show(headerOf: file, as: form, to: &output)
  case "records": fault = try show(recordsOf: file, as: form, to: &output)
  case "samples": fault = try show(samplesOf: file, as: form, to: &output)
  default: fault = try show(statisticsOf: file, as: form, to: &output)
  }
  try output.flush()
  return report(damageOf: file, and: fault)
}
