import CatalogSupport
import CommandLineSupport
import EventCatalog

let declaration = CommandDeclaration(
  name: "explain-event",
  usage: ["NAME... [--cpu ID] [--sysfs ROOT] [--source KIND[=PATH]] [--json | --where]"],
  summary: """
    Tells what an event is: how the kernel is told of it, which counters can hold it, what
    other tools call it, and where all that stands. NAME is an event in the language of perf,
    libpfm4, PAPI, OProfile, LIKWID or a vendor.
    """,
  options: [
    .flag("json", letter: "j", summary: "Write one JSON object per event and line."),
    .flag("where", letter: "w", summary: "Tell which microarchitectures have the event instead."),
  ] + CatalogOptions.declarations,
  footer: CatalogOptions.footer + """


    The status is 1 if a name means nothing, and 2 for wrong arguments.
    """)

declaration.run { arguments, output in
  guard !arguments.operands.isEmpty else { throw UsageError("a NAME is needed") }
  _ = try arguments.exclusive(["json", "where"])
  let options = try CatalogOptions(arguments)
  let catalog = options.catalog
  if arguments.has("where") {
    return try writePlaces(of: arguments.operands, in: catalog, to: &output)
  }
  let cpus = catalog.cpus.map(\.description).joined(separator: ", ")
  let unknownCPUs =
    options.designs.isEmpty ? cpus.isEmpty ? "the CPU of this machine" : cpus : ""
  var isComplete = true
  var lacksSources = false
  var writer = JSONWriter()
  var isFirst = true
  for name in arguments.operands {
    var explanation = catalog.explain(name)
    explanation.cores.removeAll { !options.designs.contains($0.microarchitecture) }
    if explanation.isUnknown {
      let reason =
        explanation.refusal.map { "\($0)" } ?? "no event is named \"\(abbreviated(name))\""
      printToStandardError("explain-event: \(visible(reason))\n")
      isComplete = false
      lacksSources = lacksSources || explanation.refusal?.problem.isAboutNames ?? true
      continue
    }
    if arguments.has("json") {
      writer.value(explanation)
      writer.endLine()
      try writer.flush(to: &output)
    } else {
      if !isFirst { try output.write("\n") }
      isFirst = false
      try output.write(
        ExplanationText.text(
          explanation, unknownCPUs: unknownCPUs, columns: Terminal.columns))
    }
  }
  if lacksSources {
    for problem in options.problems {
      printToStandardError("explain-event: \(visible(problem))\n")
    }
  }
  return isComplete ? 0 : 1
}

/// Writes the microarchitectures that have events of some names, one per line.
func writePlaces(
  of names: [String], in catalog: EventCatalog, to output: inout Output
) throws(OutputError) -> Int32 {
  var isComplete = true
  var table = TextTable(columns: [.left, .left, .left, .left])
  for name in names {
    let places = catalog.availability(of: name)
    if places.isEmpty {
      printToStandardError("explain-event: no source has an event \"\(abbreviated(name))\"\n")
      isComplete = false
    }
    for place in places {
      let code = place.words.map(\.text) ?? ""
      let cells = [place.microarchitecture.name, place.source.rawValue, place.name, code]
      table.append(cells.map(visible))
    }
  }
  try output.write(table.text)
  return isComplete ? 0 : 1
}
