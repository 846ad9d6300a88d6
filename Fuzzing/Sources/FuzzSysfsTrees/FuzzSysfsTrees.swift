import EventCatalog

/// Makes a tree of any bytes, lists and describes all that is in it, and resolves it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let tree = MadeTree(Array(UnsafeBufferPointer(start: start, count: count))).tree
  let catalog = EventCatalog(kernel: tree, sysfs: "/sys", tracefs: "/tracing")
  let sysfs = SysfsSource(kernel: tree)
  for name in (try? sysfs.tableNames()) ?? [] {
    let details = try? sysfs.details(ofPMU: name)
    let table = try? sysfs.table(named: name)
    for event in table?.events ?? [] where !event.scale.isFinite {
      fatalError("an impossible scale")
    }
    for term in details?.terms ?? [] { _ = try? catalog.resolve("\(name)/\(term.name)=1/") }
    for event in details?.eventNames.prefix(8) ?? [] {
      _ = try? catalog.resolve("\(name)/\(event)/,\(event):u,{\(event)}")
    }
  }
  let tracepoints = TracepointSource(kernel: tree, folders: ["/tracing"])
  for system in (try? tracepoints.tableNames()) ?? [] {
    for event in (try? tracepoints.table(named: system))?.events ?? [] {
      _ = try? tracepoints.format(of: event.name)
      _ = try? catalog.resolve("\(event.name)/filter='a > 1'/,\(system):*")
    }
  }
  _ = try? catalog.resolve("cycles,r1,cs/cpu=cpu/")
  return 0
}
