import EventCatalog

/// Reads any bytes as each file of both kinds of folders.
///
/// The first byte chooses the file, so that the others stay good.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let folders = SmallFolders(bytes: Array(bytes.dropFirst()), file: Int(bytes.first ?? 0))
  let source: any EventSource =
    folders.isOfVendor
    ? PerfmonSource(root: "/perfmon", kernel: folders.tree)
    : KernelEventsSource(root: "/arch", kernel: folders.tree)
  do throws(EventSourceError) {
    for name in try source.tableNames() {
      let table = try source.table(named: name)
      for event in table.events where event.name.isEmpty { fatalError("an event without a name") }
      for warning in table.warnings where warning.description.isEmpty { fatalError("no words") }
    }
    for cpu in ["GenuineIntel-6-5E-3", "0x410fd0c1", "0x1-0x2-0x3", "0x004e1202"] {
      _ = try CPUIdentifier(parsing: cpu).map { cpu throws(EventSourceError) in
        try source.tableNames(of: cpu)
      }
    }
  } catch {
    guard !error.description.isEmpty else { fatalError("an error without words") }
  }
  return 0
}
