import CatalogSupport
import CommandLineSupport
import EventCatalog

let declaration = CommandDeclaration(
  name: "list-events",
  usage: ["[PATTERN...] [--cpu ID] [--sysfs ROOT] [--source KIND[=PATH]] [--long | --json]"],
  summary: """
    Lists events of this machine or of another, the best match first. PATTERN is words that
    must stand in the names or descriptions of an event, and patterns such as 'l2*' that a
    whole name must fit.
    """,
  options: [
    .flag("long", letter: "l", summary: "Show all that is known of each event."),
    .flag("json", letter: "j", summary: "Write one JSON object per event and line."),
    .flag("metrics", letter: "m", summary: "List metrics, presets and formulas instead."),
    .flag(
      "warnings", letter: "w",
      summary: "Tell every record that makes no sense, not the first of each table."),
    .value("limit", letter: "n", valueName: "N", summary: "Show the first N only."),
  ] + CatalogOptions.declarations,
  footer: CatalogOptions.footer + """


    Each line is a name, its unit, its source and a description; on a terminal, descriptions
    are wrapped. The members of --json are described in the article "Finding and Listing
    Events". What cannot be read is said on standard error. The status is 1 if nothing was
    found, and 2 for wrong arguments.
    """)

declaration.run { arguments, output in
  let form = try arguments.exclusive(["long", "json"])
  let limit = try arguments.number("limit", in: 1...Int.max) ?? .max
  let options = try CatalogOptions(arguments)
  // A table shows no codes, and some sources take long to tell them.
  let listing = Listing(
    options, detail: form == nil ? .names : .everything, isOfMetrics: arguments.has("metrics"),
    tellsAll: arguments.has("warnings"))
  let query = arguments.operands.joined(separator: " ")
  let count: Int
  if arguments.has("metrics") {
    let metrics = listing.metrics(matching: query).prefix(limit)
    try write(metrics, form: form, to: &output)
    count = metrics.count
  } else {
    let definitions = listing.definitions(matching: query).prefix(limit)
    try write(definitions, form: form, to: &output)
    count = definitions.count
  }
  try output.flush()
  var failures = listing.failures
  let asksFurther = options.kinds?.contains { !$0.isOfMachine } ?? true
  if let cpu = options.cpuText, !listing.knowsCPU, asksFurther {
    // Else what every kernel has would pass for all that the CPU has.
    failures.append(
      "no source at hand has events of \(abbreviated(cpu)); name another with --source")
  }
  if count == 0, arguments.has("metrics"), options.kinds == nil {
    failures.append(
      "metrics stand in the files of perfmon, kernel-events, papi and likwid; name some with "
        + "--source")
  }
  // Whoever wants all there is must know what is missing.
  let isOfEverything = query.allSatisfy(\.isWhitespace) || arguments.has("warnings")
  var further = count == 0 || isOfEverything ? listing.unasked : []
  if count == 0 { further += options.problems }
  for problem in further where !failures.contains(problem) { failures.append(problem) }
  for failure in failures {
    printToStandardError("list-events: \(visible(failure))\n")
  }
  if count == 0 { printToStandardError("list-events: nothing found\n") }
  return count == 0 ? 1 : 0
}
