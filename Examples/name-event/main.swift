import CatalogSupport
import CommandLineSupport
import EventCatalog

let declaration = CommandDeclaration(
  name: "name-event",
  usage: ["CODE... [--cpu ID] [--sysfs ROOT] [--source KIND[=PATH]] [--json]"],
  summary: """
    Names the events behind raw codes. CODE is r1a8 for the cores, 0x1a8 for any PMU, or terms
    such as cpu/event=0xa8,umask=0x1/.
    """,
  options: [.flag("json", letter: "j", summary: "Write one JSON object per name and line.")]
    + CatalogOptions.declarations,
  footer: CatalogOptions.footer + """


    Names of exactly the code come first; without one, names of the same event and unit mask
    with the terms that are to be added. The status is 1 if a code has no name, and 2 for wrong
    arguments.
    """)

declaration.run { arguments, output in
  guard !arguments.operands.isEmpty else { throw UsageError("a CODE is needed") }
  let options = try CatalogOptions(arguments)
  let catalog = options.catalog
  let designs = options.designs
  guard !designs.isEmpty else {
    let cpus = catalog.cpus.map { "\($0)" }.joined(separator: ", ")
    throw UsageError(
      "the CPU \(cpus.isEmpty ? "of this machine" : cpus) is not known; name one with --cpu")
  }
  var isComplete = true
  for text in arguments.operands {
    var found = false
    for design in designs {
      guard let code = RawCode(text, on: design) else {
        throw UsageError(
          "'\(abbreviated(text))' is no code such as r1a8, 0x1a8 or event=0xa8,umask=0x1; "
            + "'explain-event' tells of names")
      }
      // A source can have one name twice, as an event and with its default unit mask.
      var seen: Set<[String]> = []
      let names = catalog.names(of: code, on: design).filter { name in
        (options.kinds?.contains(name.source) ?? true)
          && seen.insert([name.name, name.source.rawValue, name.unit.name]).inserted
      }
      found = found || !names.isEmpty
      try write(names, of: text, on: design, asJSON: arguments.has("json"), to: &output)
    }
    if !found {
      try output.flush()
      printToStandardError(
        "name-event: no source knows an event of the code \(abbreviated(text))"
          + "\(meaning(of: text, on: designs[0]))\n")
      isComplete = false
    }
  }
  if !isComplete {
    for problem in options.problems {
      printToStandardError("name-event: \(visible(problem))\n")
    }
  }
  return isComplete ? 0 : 1
}

/// Says what a number without a name is as terms of its PMU.
///
/// A number of any PMU has no terms, and terms need not be said again.
func meaning(of text: String, on design: Microarchitecture) -> String {
  guard !text.contains("="), let code = RawCode(text, on: design), let unit = code.unit else {
    return ""
  }
  let terms = design.terms(of: code)
  let name = unit == .core ? design.coreName : unit.name
  return ", which is " + visible(name.isEmpty ? terms : "\(name)/\(terms)/")
}

/// Writes names, one per line.
func write(
  _ names: [ReverseMatch], of code: String, on design: Microarchitecture, asJSON: Bool,
  to output: inout Output
) throws(OutputError) {
  if asJSON {
    var writer = JSONWriter()
    for name in names {
      writer.value(name, of: code, on: design)
      writer.endLine()
    }
    return try writer.flush(to: &output)
  }
  var table = TextTable(columns: [.left, .left, .left, .left, .left])
  for name in names {
    let whole = name.isExact ? name.name : "\(name.name) with \(name.leftover)"
    let note = name.marks.contains(.deprecated) ? "deprecated" : ""
    table.append(
      [code, whole, name.unit.name, name.source.rawValue, design.name, note].map(visible))
  }
  try output.write(table.text)
}
