import PerfData

/// The fields of a record of the kernel.
func kernelFields(of record: borrowing Record) -> [Field] {
  switch record.content {
  case .memoryMap(let map):
    return Field.thread(map.thread) + [
      .address("address", map.address), .address("length", map.length),
      .address("page_offset", map.fileOffset), .text("path", map.path),
    ]
  case .memoryMap2(let map):
    return fields(of: map)
  case .commandName(let name):
    return Field.thread(name.thread) + [.text("name", name.name)]
  case .fork(let fork):
    return Field.thread(fork.thread) + Field.thread(fork.parent, prefix: "parent_")
  case .exit(let exit):
    return Field.thread(exit.thread) + Field.thread(exit.parent, prefix: "parent_")
  case .lost(let lost):
    return [.number("id", lost.identifier), .number("lost", lost.count)]
  case .lostSamples(let lost):
    return [.number("lost", lost.count)]
  case .throttle(let throttle), .unthrottle(let throttle):
    return [.number("id", throttle.identifier), .number("stream_id", throttle.streamID)]
  case .read(let read):
    return Field.thread(read.thread) + readFields(of: read.values)
  case .instructionTraceStart(let start):
    return Field.thread(start.thread)
  case .contextSwitchCPUWide(let change):
    return Field.thread(change.otherThread, prefix: "other_")
  default:
    return rareKernelFields(of: record)
  }
}

private func rareKernelFields(of record: borrowing Record) -> [Field] {
  switch record.content {
  case .aux(let aux):
    return [
      .address("aux_offset", aux.auxOffset), .address("aux_size", aux.auxSize),
      .address("aux_flags", aux.auxFlags.rawValue),
    ]
  case .namespaces(let namespaces):
    let list = (0..<namespaces.count).map { index in
      [
        Field.number("device", namespaces[index].device),
        Field.number("inode", namespaces[index].inode),
      ]
    }
    return Field.thread(namespaces.thread) + [Field("namespaces", .objects(list))]
  case .kernelSymbol(let symbol):
    return [
      .address("address", symbol.address), .number("length", symbol.length),
      .number("type", symbol.symbolType), .number("symbol_flags", symbol.symbolFlags),
      .text("name", symbol.name),
    ]
  case .bpfEvent(let event):
    return [
      .number("type", event.eventType), .number("event_flags", event.eventFlags),
      .number("program", event.programID), .word("tag", digits(event.tag)),
    ]
  case .cgroup(let cgroup):
    return [.number("id", cgroup.identifier), .text("path", cgroup.path)]
  case .textPoke(let poke):
    return [
      .address("address", poke.address), .word("old", digits(poke.oldBytes)),
      .word("new", digits(poke.newBytes)),
    ]
  case .auxOutputHardwareID(let output):
    return [.address("hardware_id", output.hardwareID)]
  case .deferredCallchain(let deferred):
    return [
      .address("cookie", deferred.cookie),
      Field("callchain", .addresses(deferred.callchain.entries.array)),
    ]
  default:
    return []
  }
}

private func fields(of map: borrowing MemoryMap2Record) -> [Field] {
  var fields =
    Field.thread(map.thread) + [
      .address("address", map.address), .address("length", map.length),
      .address("page_offset", map.fileOffset),
    ]
  if map.hasBuildID {
    fields.append(.word("build_id", digits(map.buildID)))
  } else {
    fields += [
      .number("major", map.deviceMajor), .number("minor", map.deviceMinor),
      .number("inode", map.inode), .number("generation", map.inodeGeneration),
    ]
  }
  return fields + [
    .number("protection", map.protection), .number("map_flags", map.mapFlags),
    .text("path", map.path),
  ]
}
