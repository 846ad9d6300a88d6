import CommandLineSupport
import PerfData

let declaration = CommandDeclaration(
  name: "edit-perfdata",
  usage: [
    "filter [CONDITIONS] [-i FILE] [-o FILE]", "merge FILE... [-o FILE]",
    "strip --fields LIST [-i FILE] [-o FILE]", "repair [-i FILE] [-o FILE]",
    "compress [--form 1|2] [--level N] [-i FILE] [-o FILE]", "decompress [-i FILE] [-o FILE]",
    "convert --to pipe|file [-i FILE] [-o FILE]", "anonymise [-i FILE] [-o FILE]",
    "build-ids --add HEX=PATH... [-i FILE] [-o FILE]",
  ],
  summary: """
    Makes another recording of one that perf made. FILE is - for standard input or
    output, where the result takes the form of a stream; by default perf.data is
    read and standard output written.
    """,
  options: [
    .value("input", letter: "i", valueName: "FILE", summary: "Read this recording."),
    .value("output", letter: "o", valueName: "FILE", summary: "Write the result here."),
    .value("time", valueName: "FROM,TO", summary: "Keep samples of this window, in seconds."),
    .value("pid", valueName: "LIST", summary: "Keep samples of these processes."),
    .value("tid", valueName: "LIST", summary: "Keep samples of these threads."),
    .value("cpu", valueName: "LIST", summary: "Keep samples of these CPUs, such as 0,2-4."),
    .value("event", valueName: "NAME", summary: "Keep samples of this event; can be repeated."),
    .flag("drop-events", summary: "Remove events of which nothing is kept."),
    .value("fields", valueName: "LIST", summary: "Remove these fields from samples."),
    .value("form", valueName: "N", summary: "Pack into COMPRESSED (1) or COMPRESSED2 (2)."),
    .value("level", valueName: "N", summary: "Pack with this level, 1 to 22."),
    .value("to", valueName: "FORM", summary: "Write a pipe or a file."),
    .value("add", valueName: "HEX=PATH", summary: "Give a file this build identifier."),
    .flag("lenient", summary: "Write also what perf would refuse."),
  ],
  footer: """
    Fields are callchain, raw, branch, user-registers, user-stack,
    interrupt-registers, weight, data-source, transaction, physical-address, cgroup,
    page-sizes, aux and read.

    A result gets its name when it is finished, and may have that of the recording; an
    edit that fails or is stopped leaves nothing and changes nothing.

    The status is 1 for a recording that cannot be read or a result that cannot be
    written, and 2 for wrong arguments. repair has status 0 if it kept anything, and
    tells on standard error what was wrong.
    """)

declaration.run { arguments, _ in
  guard let command = arguments.operands.first else { throw UsageError("no command given") }
  let request = try Request(command, arguments)
  return try request.perform()
}
