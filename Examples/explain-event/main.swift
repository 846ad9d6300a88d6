import CatalogSupport
import CommandLineSupport
import EventCatalog

let declaration = CommandDeclaration(
  name: "explain-event",
  usage: ["NAME... [--cpu ID] [--sysfs ROOT] [--source KIND[=PATH]] [--json]"],
  summary: """
    Tells what an event is: how the kernel is told of it, which counters can hold it, what
    other tools call it, and where all that stands. NAME is an event in the language of perf,
    libpfm4, PAPI, OProfile, LIKWID or a vendor.
    """,
  options: [.flag("json", letter: "j", summary: "Write one JSON object per event and line.")]
    + CatalogOptions.declarations,
  footer: CatalogOptions.footer + """


    The status is 1 if a name means nothing, and 2 for wrong arguments.
    """)

declaration.run { arguments, output in
  guard !arguments.operands.isEmpty else { throw UsageError("a NAME is needed") }
  let catalog = try CatalogOptions(arguments).catalog
  var isComplete = true
  var writer = JSONWriter()
  for (index, name) in arguments.operands.enumerated() {
    let explanation = catalog.explain(name)
    if explanation.isUnknown {
      let reason = explanation.refusal.map { "\($0)" } ?? "no event is named \"\(visible(name))\""
      printToStandardError("explain-event: \(visible(reason))\n")
      isComplete = false
      continue
    }
    if arguments.has("json") {
      writer.value(explanation)
      writer.endLine()
      try writer.flush(to: &output)
    } else {
      if index > 0 { try output.write("\n") }
      try output.write(ExplanationText(explanation).text)
    }
  }
  return isComplete ? 0 : 1
}
