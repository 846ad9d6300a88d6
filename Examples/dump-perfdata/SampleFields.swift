import PerfData
import PerfEvent

/// The fields of a sample that are present, in the order of the file.
func fields(of sample: borrowing Sample, recording: Recording) -> [Field] {
  let event = recording.events[sample.eventIndex]
  var fields: [Field] = [.text("event", event.name)]
  if let pointer = sample.instructionPointer { fields.append(.address("ip", pointer)) }
  if let thread = sample.thread { fields += Field.thread(thread) }
  if let time = sample.time { fields.append(.number("time", time)) }
  if let address = sample.address { fields.append(.address("addr", address)) }
  if let identifier = sample.identifier { fields.append(.number("id", identifier)) }
  if let streamID = sample.streamID { fields.append(.number("stream_id", streamID)) }
  if let cpu = sample.cpu { fields.append(.number("cpu", cpu)) }
  fields.append(.number("period", sample.period))
  fields.append(.word("mode", "\(sample.flags.cpuMode)"))
  if let values = sample.readValues { fields += readFields(of: values) }
  if let callchain = sample.callchain {
    fields.append(Field("callchain", .addresses(callchain.entries.array)))
    if let cookie = callchain.deferredCookie { fields.append(.address("cookie", cookie)) }
  }
  fields += rawFields(of: sample, event)
  if let stack = sample.branchStack { fields += branchFields(of: stack) }
  if let registers = sample.userRegisters {
    fields += registerFields(of: registers, recording.registers, prefix: "user")
  }
  if let stack = sample.userStack { fields.append(.number("user_stack_size", stack.byteCount)) }
  fields += memoryFields(of: sample)
  if let registers = sample.interruptRegisters {
    fields += registerFields(of: registers, recording.registers, prefix: "interrupt")
  }
  if let address = sample.physicalAddress { fields.append(.address("phys_addr", address)) }
  if let cgroup = sample.cgroup { fields.append(.number("cgroup", cgroup)) }
  if let size = sample.dataPageSize { fields.append(.number("data_page_size", size)) }
  if let size = sample.codePageSize { fields.append(.number("code_page_size", size)) }
  if let data = sample.auxData { fields.append(.number("aux_size", data.byteCount)) }
  return fields
}

/// The fields of counts.
func readFields(of values: borrowing ReadValues) -> [Field] {
  var fields: [Field] = []
  if let time = values.timeEnabled { fields.append(.number("time_enabled", time)) }
  if let time = values.timeRunning { fields.append(.number("time_running", time)) }
  var counts: [[Field]] = []
  for index in 0..<values.count {
    let value = values[index]
    var count: [Field] = [.number("value", value.value)]
    if let identifier = value.identifier { count.append(.number("id", identifier)) }
    if let lost = value.lost { count.append(.number("lost", lost)) }
    counts.append(count)
  }
  fields.append(Field("values", .objects(counts)))
  return fields
}

private func memoryFields(of sample: borrowing Sample) -> [Field] {
  var fields: [Field] = []
  if let weight = sample.weight {
    fields.append(.number("weight", weight.total))
    if weight.isStructure {
      fields.append(.number("weight2", weight.second))
      fields.append(.number("weight3", weight.third))
    }
  }
  if let source = sample.dataSource { fields += sourceFields(of: source) }
  if let transaction = sample.transaction {
    fields += [
      .address("transaction", transaction.rawValue),
      .text("transaction_flags", "\(transaction)"),
    ]
  }
  return fields
}

private func sourceFields(of source: DataSource) -> [Field] {
  let parts: [(String, String)] = [
    ("op", "\(source.operation)"), ("level", "\(source.level)"), ("snoop", "\(source.snoop)"),
    ("snoopx", "\(source.extendedSnoop)"), ("lock", "\(source.lock)"),
    ("tlb", "\(source.translation)"), ("blocked", "\(source.blocking)"),
    ("level_number", source.levelNumber == .none ? "" : "\(source.levelNumber)"),
    ("remote", source.isRemote ? "yes" : ""),
    ("hops", source.hops == .none ? "" : "\(source.hops)"),
    ("region", source.region == .notAvailable ? "" : "\(source.region)"),
  ]
  let present = parts.filter { !$0.1.isEmpty }.map { Field.text("data_\($0.0)", $0.1) }
  return [.address("data_src", source.rawValue)] + present
}

/// The fields of raw data whose form is known, or else their number.
private func rawFields(of sample: borrowing Sample, _ event: RecordedEvent) -> [Field] {
  guard let raw = sample.rawData else { return [] }
  var fields: [Field] = [.number("raw_size", raw.byteCount)]
  if event.attributes.type == .tracepoint, let head = sample.tracepointHead {
    fields += [
      .number("common_type", head.type), .number("common_flags", head.flags),
      .number("common_preempt_count", head.preemptCount), .number("common_pid", head.thread),
    ]
  } else if event.name.hasPrefix("offcpu-time"), let time = sample.offCPUTime {
    fields += Field.thread(time.thread, prefix: "offcpu_")
    fields += [
      .number("offcpu_period", time.period),
      Field("offcpu_callchain", .addresses(time.callchain.entries.array)),
      .number("offcpu_cgroup", time.cgroup),
    ]
  }
  return fields
}

private func registerFields(
  of registers: borrowing RegisterValues, _ names: RegisterSet?, prefix: String
) -> [Field] {
  let values = zip(registers.numbers, registers.values.array).map { number, value in
    Field.address(names?.name(of: number) ?? "r\(number)", value)
  }
  return [
    .number("\(prefix)_abi", registers.abi.rawValue),
    Field("\(prefix)_registers", .objects(values.isEmpty ? [] : [values])),
  ]
}

private func branchFields(of stack: borrowing BranchStack) -> [Field] {
  var fields: [Field] = []
  if let index = stack.hardwareIndex { fields.append(.number("hw_index", index)) }
  fields.append(Field("branches", .objects((0..<stack.count).map { wordsOf(stack[$0]) })))
  if let counters = stack.counters {
    fields.append(Field("branch_counters", .addresses(counters.array)))
  }
  return fields
}

private func wordsOf(_ branch: Branch) -> [Field] {
  var fields: [Field] = [
    .address("from", branch.from), .address("to", branch.to), .address("flags", branch.flags),
  ]
  if branch.isMispredicted { fields.append(.word("prediction", "wrong")) }
  if branch.isPredicted { fields.append(.word("prediction", "right")) }
  if branch.isInTransaction { fields.append(.word("in_tx", "yes")) }
  if branch.isAbort { fields.append(.word("abort", "yes")) }
  if branch.cycles != 0 { fields.append(.number("cycles", branch.cycles)) }
  if let type = branch.extendedType {
    fields.append(.word("type", "\(type)"))
  } else if branch.type != .unknown {
    fields.append(.word("type", "\(branch.type)"))
  }
  if branch.speculation != .notAvailable {
    fields.append(.word("speculation", "\(branch.speculation)"))
  }
  if branch.privilege != .unknown { fields.append(.word("privilege", "\(branch.privilege)")) }
  return fields
}
