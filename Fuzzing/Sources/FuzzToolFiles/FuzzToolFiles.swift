import EventCatalog

/// Reads any text as a file of another tool, which the first byte names.
///
/// A zero byte in the text starts a second file where a tool has two.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  let texts = Array(input.dropFirst()).split(
    separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let kernel = FewFiles.tree(Array(texts[0]), Array(texts.dropFirst().first ?? []))
  let source: any EventSource =
    switch (input.first ?? 0) % 4 {
    case 0: OProfileSource(root: "/oprofile", kernel: kernel)
    case 1: PAPISource(path: "/presets.csv", kernel: kernel) { _ in [] }
    case 2: LIKWIDSource(root: "/likwid", kernel: kernel)
    default: ArmDataSource(root: "/arm", kernel: kernel)
    }
  for name in ((try? source.tableNames()) ?? []).prefix(100) {
    guard let table = try? source.table(named: name) else { continue }
    for event in table.events where event.name.isEmpty || !event.scale.isFinite {
      fatalError("an event without a name or with an impossible scale")
    }
    for metric in table.metrics where metric.language == .postfix {
      guard (try? metric.expression()) != nil else { fatalError("a formula of our own is wrong") }
    }
    for warning in table.warnings where warning.description.isEmpty {
      fatalError("a warning without words")
    }
  }
  return 0
}
