import EventCatalog

/// Reads any text in each language, prints it, and takes its lines for metrics.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  for language in [FormulaLanguage.perf, .perfmon, .postfix, .likwid] {
    do throws(MetricError) {
      try checkPrinting(of: MetricExpression(parsing: text, language: language))
    } catch {
      // Every error is one sentence.
      guard !error.description.isEmpty else { fatalError("an error without words") }
    }
  }
  let definitions = text.split(separator: "\n").prefix(50).enumerated().map { line in
    var definition = MetricDefinition(
      name: "m\(line.offset)", formula: String(line.element), language: .perf,
      provenance: EventProvenance(source: .kernelEvents, location: "input"))
    definition.groups = line.element.split(separator: " ").map(String.init)
    return definition
  }
  checkTable(MetricCatalog(definitions))
  return 0
}
