import PerfData

/// The fields of a record, without those of its header and trailer.
func fields(of record: borrowing Record, events: [RecordedEvent]) -> [Field] {
  switch record.content {
  case .sample(let sample):
    return fields(of: sample, event: events[sample.eventIndex].name)
  case .malformed(let fault):
    return [.text("damage", "\(fault)")]
  case .contextSwitch, .mark:
    return []
  case .other:
    return [.number("bytes", record.bytes.byteCount - 8)]
  default:
    return record.kind.isKernel ? kernelFields(of: record) : recorderFields(of: record)
  }
}

private func kernelFields(of record: borrowing Record) -> [Field] {
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
      .address("aux_flags", aux.auxFlags),
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

private func recorderFields(of record: borrowing Record) -> [Field] {
  switch record.content {
  case .buildID(let build):
    return [
      .number("pid", build.process), .word("build_id", digits(build.buildID)),
      .text("path", build.path),
    ]
  case .idIndex(let index):
    let list = (0..<index.count).map { position in
      let entry = index[position]
      return [
        Field.number("id", entry.identifier), Field.number("index", entry.index),
        Field.number("cpu", entry.cpu), Field.number("tid", entry.thread),
      ]
    }
    return [Field("entries", .objects(list))]
  case .auxTraceInfo(let info):
    return [.number("type", info.auxType), .number("bytes", info.parameters.byteCount)]
  case .auxTrace(let trace):
    return [
      .number("aux_size", trace.dataSize), .address("aux_offset", trace.auxOffset),
      .number("index", trace.index), .number("tid", Int32(bitPattern: trace.thread)),
      .number("cpu", Int32(bitPattern: trace.cpu)),
    ]
  case .threadMap(let map):
    let list = (0..<map.count).map { position in
      [Field.number("tid", map[position].thread), Field.text("name", map[position].name)]
    }
    return [Field("threads", .objects(list))]
  case .statConfiguration(let configuration):
    let list = (0..<configuration.count).map { position in
      [
        Field.number("tag", configuration[position].tag),
        Field.number("value", configuration[position].value),
      ]
    }
    return [Field("settings", .objects(list))]
  case .stat(let stat):
    return [
      .number("id", stat.identifier), .number("cpu", Int32(bitPattern: stat.cpu)),
      .number("thread", Int32(bitPattern: stat.thread)), .number("value", stat.value),
      .number("time_enabled", stat.timeEnabled), .number("time_running", stat.timeRunning),
    ]
  case .statRound(let round):
    return [.number("type", round.roundType), .number("time", round.time)]
  case .eventUpdate(let update):
    let fields: [Field] = [.number("type", update.updateType), .number("id", update.identifier)]
    if let scale = update.scale { return fields + [.word("scale", "\(scale)")] }
    return fields + [.text("text", update.text)]
  case .timeConversion(let conversion):
    return [
      .number("shift", conversion.shift), .number("multiplier", conversion.multiplier),
      .number("zero", conversion.zero),
    ]
  case .headerFeature(let feature):
    return [
      .word("feature", "\(feature.feature)"), .number("bytes", feature.contents.byteCount),
    ]
  default:
    return []
  }
}

/// Returns bytes as hexadecimal digits.
func digits(_ bytes: RawSpan) -> String {
  var text = ""
  for byte in [UInt8](copying: bytes) {
    if byte < 16 { text += "0" }
    text += String(byte, radix: 16)
  }
  return text
}
