import PerfData

/// The fields of a sample that are present, in the order of the file.
func fields(of sample: borrowing Sample, event: String) -> [Field] {
  var fields: [Field] = [.text("event", event)]
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
  }
  if let raw = sample.rawData { fields.append(.number("raw_size", raw.byteCount)) }
  if let stack = sample.branchStack { fields.append(Field("branches", branches(of: stack))) }
  if let registers = sample.userRegisters {
    fields += registerFields(of: registers, prefix: "user")
  }
  if let stack = sample.userStack { fields.append(.number("user_stack_size", stack.byteCount)) }
  fields += memoryFields(of: sample)
  if let registers = sample.interruptRegisters {
    fields += registerFields(of: registers, prefix: "interrupt")
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
  if let source = sample.dataSource { fields.append(.address("data_src", source.rawValue)) }
  if let transaction = sample.transaction { fields.append(.address("transaction", transaction)) }
  return fields
}

private func registerFields(of registers: borrowing RegisterValues, prefix: String) -> [Field] {
  [
    .number("\(prefix)_abi", registers.abi.rawValue),
    Field("\(prefix)_registers", .addresses(registers.values.array)),
  ]
}

private func branches(of stack: borrowing BranchStack) -> Field.Value {
  var branches: [[Field]] = []
  for index in 0..<stack.count {
    let branch = stack[index]
    branches.append([
      .address("from", branch.from), .address("to", branch.to), .address("flags", branch.flags),
    ])
  }
  return .objects(branches)
}
