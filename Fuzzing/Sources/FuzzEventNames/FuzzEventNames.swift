import EventCatalog

/// The machine with a name for each language of the tools that are files.
private let catalogs = [
  EventCatalog(kernel: SmallMachine.tree, sysfs: "/sys", tracefs: "/tracing"),
  EventCatalog(
    kernel: SmallMachine.tree, sysfs: "/sys", tracefs: "/tracing", cpus: [SmallTools.cpu],
    sources: SmallTools.sources),
  EventCatalog(cpus: [SmallTools.cpu], sources: SmallTools.sources),
]

/// Resolves any text, and reads again what is printed of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  if let expression = try? EventExpression(parsing: text) {
    let again = try? EventExpression(parsing: expression.description)
    guard again == expression else { fatalError("what is printed means something else") }
  }
  for catalog in catalogs {
    do throws(EventNameError) {
      for group in try catalog.resolve(text, for: count % 2 == 0 ? .counting : .sampling) {
        for event in group.events where event.name.isEmpty || !event.scale.isFinite {
          fatalError("an event without a name or with an impossible scale")
        }
      }
    } catch {
      guard !error.description.isEmpty else { fatalError("an error without words") }
    }
  }
  return 0
}
