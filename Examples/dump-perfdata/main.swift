import CommandLineSupport
import PerfData

let declaration = CommandDeclaration(
  name: "dump-perfdata",
  usage: [
    "FILE [--header | --stats | --features] [--json]",
    "FILE {--records | --samples} [--raw] [--order ORDER] [--time FROM,TO]",
    "              [--event NAMES] [--cpu LIST] [--json]",
    "FILE [--samples] -F FIELDS [--ns] [--order ORDER] [--time FROM,TO]",
    "              [--event NAMES] [--cpu LIST]",
    "FILE {--records | --samples} --follow [--raw] [--json]",
    "FILE [--samples] --follow -F FIELDS [--ns]",
  ],
  summary: """
    Shows what a perf.data file holds. FILE is a file or a directory that perf
    recorded, or - for standard input; it may be packed by gzip, xz or zstd. Without
    an option the statistics are shown.
    """,
  options: [
    .flag("header", summary: "Show where, how and what was recorded."),
    .flag("stats", summary: "Show the number of records of each kind."),
    .flag("features", summary: "Show the sections of the header."),
    .flag("records", summary: "Show every record."),
    .flag("samples", summary: "Show every sample."),
    .value(
      "fields", letter: "F", valueName: "FIELDS",
      summary: "Show these fields as perf script does, such as comm,pid,time,event,ip."),
    .flag("ns", summary: "With -F: show times in nanoseconds."),
    .flag("raw", summary: "Show the bytes of each record too."),
    .value("order", valueName: "ORDER", summary: "Sort: file, rounds (as perf does) or time."),
    .value("time", valueName: "FROM,TO", summary: "Show this window only, in seconds."),
    .value("event", letter: "e", valueName: "NAMES", summary: "Show samples of these events only."),
    .value("cpu", letter: "C", valueName: "LIST", summary: "Show these CPUs only, such as 0,2-4."),
    .flag("follow", letter: "f", summary: "Wait for more as long as the recorder writes."),
    .flag("json", letter: "j", summary: "Write JSON; records, samples and features one per line."),
  ],
  footer: """
    Damage is reported on standard error, and what stands in front of it is shown;
    what stands behind it is shown too in the order of the file. The status is 1 if
    any damage was seen, also in a part of the file that was not shown, and 2 for
    wrong arguments. A file that the recorder is still writing, or was stopped from
    finishing, is not damaged: it gives a warning and status 0.

    The order is that of the file unless -F asks for the form of perf script, which
    has that of rounds; while a recording is followed it is that of the file always.
    With a window of time or a list of CPUs, records that tell
    about processes are shown from the begin on, as samples refer to them.

    The offset of a record is its place in the file; records that stand in a
    compressed one have its offset. Records of a directory also have the number of
    their file: 0 is the main one, 1 the first of data.0, data.1 and so on.

    Fields of -F are comm, pid, tid, cpu, misc, time, event, period, ip, addr, trace,
    weight, ins_lat, phys_addr, data_page_size, code_page_size and brstack; a callchain
    is shown with ip.

    Following ends with the recording, or at a signal such as that of Ctrl-C, which
    does not change the status. Opening a named pipe waits until somebody writes to it.
    """)

declaration.run { arguments, output in
  let request = try Request(arguments)
  if request.follows {
    return report(damage: try follow(request, to: &output))
  }
  let path = request.path
  let file = path == "-" ? try PerfDataFile(descriptor: 0) : try PerfDataFile(path: path)
  warnIfUnfinished(file)
  let faults = try request.show(file, arguments, to: &output)
  try output.flush()
  return report(damageOf: file, and: faults)
}
