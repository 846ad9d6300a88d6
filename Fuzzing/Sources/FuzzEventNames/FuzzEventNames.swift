import EventCatalog

/// Resolves any text, and resolves the name of each event again.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let catalog = EventCatalog(kernel: SmallMachine(), sysfs: "/sys", tracefs: "/tracing")
  do throws(EventNameError) {
    for group in try catalog.resolve(text) {
      guard !group.events.isEmpty else { fatalError("a group without events") }
      for event in group.events where event.name.isEmpty || !event.scale.isFinite {
        fatalError("an event without a name or with an impossible scale")
      }
    }
  } catch {
    // Every error is one sentence.
    guard !error.description.isEmpty else { fatalError("an error without words") }
  }
  return 0
}
