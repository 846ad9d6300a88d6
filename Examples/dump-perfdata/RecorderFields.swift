import PerfData
import PerfEvent

/// The fields of a record of the recorder.
func recorderFields(of record: borrowing Record) -> [Field] {
  switch record.content {
  case .buildID(let build):
    return [
      .number("pid", build.process), .word("build_id", digits(build.buildID)),
      .text("path", build.path),
    ]
  case .idIndex(let index):
    let list = (0..<index.count).map { position in
      let entry = index[position]
      var fields = [
        Field.number("id", entry.identifier), Field.number("index", entry.index),
        Field.number("cpu", entry.cpu), Field.number("tid", entry.thread),
      ]
      if let process = entry.machineProcess { fields.append(.number("machine_pid", process)) }
      if let cpu = entry.virtualCPU { fields.append(.number("vcpu", cpu)) }
      return fields
    }
    return [Field("entries", .objects(list))]
  case .auxTraceInfo(let info):
    return [
      .number("type", info.auxType), Field("parameters", .addresses(info.parameterWords.array)),
    ]
  case .auxTrace(let trace):
    return [
      .number("aux_size", trace.dataSize), .address("aux_offset", trace.auxOffset),
      .address("reference", trace.reference), .number("index", trace.index),
      .number("tid", Int32(bitPattern: trace.thread)),
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
    if let map = update.cpus { return fields + cpuFields(of: map) }
    return fields + [.text("text", update.text)]
  case .timeConversion(let conversion):
    let fields: [Field] = [
      .number("shift", conversion.shift), .number("multiplier", conversion.multiplier),
      .number("zero", conversion.zero),
    ]
    guard let isShort = conversion.isShort else { return fields }
    return fields + [
      .number("cycles", conversion.cycles), .address("mask", conversion.mask),
      .word("is_short", "\(isShort)"),
    ]
  case .headerFeature(let feature):
    return [
      .word("feature", "\(feature.feature)"), .number("bytes", feature.contents.byteCount),
    ]
  default:
    return rareFields(of: record)
  }
}

private func rareFields(of record: borrowing Record) -> [Field] {
  switch record.content {
  case .headerAttributes(let event):
    guard let attributes = try? event.attributes else { return [] }
    return [
      .number("type", attributes.type.rawValue), .number("attr_size", event.attributeSize),
      .address("config", attributes.config),
      .address("sample_type", attributes.sampleFields.rawValue),
      Field("ids", .objects(event.identifiers.array.map { [Field.number("id", $0)] })),
    ]
  case .eventType(let type):
    return [.number("id", type.identifier), .text("name", type.name)]
  case .tracingData(let formats):
    return [.number("bytes", formats.data.byteCount)]
  case .compressed(let piece):
    return [.number("bytes", piece.data.byteCount)]
  case .auxTraceError(let error):
    return fields(of: error)
  case .cpuMap(let list):
    return cpuFields(of: list.map)
  case .bpfMetadata(let metadata):
    let list = (0..<metadata.count).map { index in
      [Field.text("key", metadata[index].key), Field.text("value", metadata[index].value)]
    }
    return [.text("name", metadata.name), Field("variables", .objects(list))]
  case .schedulerCPUStatistics(let statistics):
    return fields(of: statistics)
  case .schedulerDomainStatistics(let statistics):
    return fields(of: statistics)
  default:
    return []
  }
}

private func fields(of error: borrowing AuxTraceErrorRecord) -> [Field] {
  var fields: [Field] = [
    .number("type", error.errorType), .number("code", error.code), .number("cpu", error.cpu),
  ]
  fields += Field.thread(error.thread)
  fields.append(.address("ip", error.instructionPointer))
  if let time = error.time { fields.append(.number("error_time", time)) }
  fields.append(.text("message", error.message))
  if let process = error.machineProcess { fields.append(.number("machine_pid", process)) }
  if let cpu = error.virtualCPU { fields.append(.number("vcpu", cpu)) }
  return fields
}

private func cpuFields(of map: CPUMap) -> [Field] {
  [
    .word("form", map.form.map { "\($0)" } ?? "unknown"),
    Field("cpus", .objects(map.cpus.map { [Field.number("cpu", $0)] })),
  ]
}
