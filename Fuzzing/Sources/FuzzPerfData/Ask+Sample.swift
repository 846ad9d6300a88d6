import PerfData

/// Asks a sample for all its fields.
func ask(_ sample: borrowing Sample) {
  ask(sample.instructionPointer)
  ask(sample.thread)
  ask(sample.time)
  ask(sample.address)
  ask(sample.identifier)
  ask(sample.streamID)
  ask(sample.cpu)
  ask(sample.period)
  ask(sample.recordedPeriod)
  if let values = sample.readValues { ask(values) }
  if let callchain = sample.callchain { ask(callchain) }
  if let bytes = sample.rawData { ask(bytes) }
  if let branches = sample.branchStack { ask(branches) }
  if let registers = sample.userRegisters { ask(registers) }
  if let registers = sample.interruptRegisters { ask(registers) }
  if let bytes = sample.userStack { ask(bytes) }
  if let bytes = sample.auxData { ask(bytes) }
  ask(sample.weight)
  ask(sample.weight?.total)
  ask(sample.dataSource)
  ask(sample.dataSource?.level.description)
  ask(sample.transaction)
  ask(sample.transaction?.description)
  ask(sample.tracepointHead)
  if let time = sample.offCPUTime {
    ask(time.thread)
    ask([time.period, time.cgroup])
    ask(time.callchain)
  }
  ask(sample.physicalAddress)
  ask(sample.cgroup)
  ask(sample.dataPageSize)
  ask(sample.codePageSize)
}

/// Asks for counts within a sample or a record.
func ask(_ values: borrowing ReadValues) {
  ask([values.timeEnabled, values.timeRunning])
  for index in 0..<values.count { ask(values[index]) }
}

/// Asks for the entries of a callchain and for its frames.
func ask(_ callchain: borrowing Callchain) {
  ask(callchain.entries)
  ask(callchain.deferredCookie)
  var frames: Callchain.Frames = callchain.frames
  while let frame = frames.next() { ask(frame) }
}

private func ask(_ branches: borrowing BranchStack) {
  ask(branches.hardwareIndex)
  for index in 0..<branches.count {
    ask(branches[index])
    ask([branches.count(of: 0, at: index, width: 4), branches.count(of: 1, at: index, width: 64)])
  }
  if let counters = branches.counters { ask(counters) }
}

private func ask(_ registers: borrowing RegisterValues) {
  ask(registers.abi)
  ask(registers.values)
  ask(registers.numbers)
  ask(registers["sp", in: .arm64])
  for register in 0..<64 { ask(registers[register: register]) }
}
