/// A reader of the tables of microarchitectures.
///
/// A row is a name, a title in quotes and fields `key=value,value`; lines that begin
/// with a blank continue the row above. The tables are part of the package, so a field
/// that makes no sense is left out here and found by a test.
struct MicroarchitectureText {
  let vendor: String
  let layout: CoreLayout
  let text: String

  /// The microarchitectures in the order of the text.
  var microarchitectures: [Microarchitecture] {
    text.continuedRows.compactMap(row)
  }

  private func row(_ text: String) -> Microarchitecture? {
    let parts: [Substring] = text.parts("\"", maxSplits: 2, omittingEmpty: false)
    guard parts.count == 3 else { return nil }
    let fields: [Substring: [String]] = Self.fields(of: parts[2])
    func list(_ key: Substring) -> [String] { fields[key] ?? [] }
    var tables = MicroarchitectureTables()
    tables.kernelEvents = list("kernel")
    tables.perfmon = list("perfmon")
    tables.libpfm4 = list("pfm")
    tables.oprofile = list("oprofile")
    tables.likwid = list("likwid")
    tables.papi = list("pfm") + list("papi")
    tables.armData = list("arm")
    return Microarchitecture(
      name: parts[0].parts(" ").joined(), title: String(parts[1]),
      vendor: list("vendor").first ?? vendor, otherNames: list("also"),
      cpus: list("cpu").flatMap(CPUModelSetText.sets),
      unit: list("unit").first.map(PMUUnit.init) ?? .core, tables: tables,
      generic: list("generic").first ?? "",
      layout: list("layout").first.flatMap(CoreLayout.init) ?? layout)
  }

  static func fields(of text: Substring) -> [Substring: [String]] {
    var fields: [Substring: [String]] = [:]
    for field in text.parts(" ") {
      let parts: [Substring] = field.parts("=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      fields[parts[0], default: []] += parts[1].parts(",").map(String.init)
    }
    return fields
  }
}
