import PerfData

/// Asks a record of a kind that recorders rarely write for its content.
func askRare(_ record: borrowing Record) {
  switch record.content {
  case .headerAttributes(let event):
    ask(try? event.attributes)
    ask(event.identifiers)
  case .eventType(let type):
    ask(type.identifier)
    ask(type.name)
  case .tracingData(let formats): ask(formats.data)
  case .compressed(let piece): ask(piece.data)
  case .auxTraceError(let error):
    ask([error.errorType, error.code, error.format])
    ask(error.thread)
    ask([error.instructionPointer, error.time ?? 0])
    ask(error.message)
    ask([error.machineProcess, error.virtualCPU])
  case .cpuMap(let list): ask(list.map)
  case .bpfMetadata(let metadata):
    ask(metadata.name)
    for index in 0..<metadata.count { ask(metadata[index]) }
  case .schedulerCPUStatistics(let cpu):
    ask([cpu.time, cpu.runTime, cpu.runDelay, cpu.timeslices])
    ask([cpu.cpu, cpu.yields, cpu.schedules, cpu.idles, cpu.wakeups, cpu.localWakeups])
  case .schedulerDomainStatistics(let domain):
    ask([domain.idle, domain.busy, domain.newlyIdle])
    ask(domain.active)
    ask([domain.onExec, domain.onFork])
    ask([domain.remoteWakeups, domain.affineMoves, domain.balanceMoves])
  default: askSimpleperf(record)
  }
}

/// Asks a record of Android's recorder for its content.
private func askSimpleperf(_ record: borrowing Record) {
  switch record.content {
  case .simpleperfKernelSymbols(let symbols): ask(symbols.text)
  case .simpleperfFile(let file):
    ask(file.fileType)
    ask([file.identifier, file.minimumAddress])
    ask(file.path)
  case .simpleperfSymbol(let symbol):
    ask([symbol.address, symbol.length, symbol.file])
    ask(symbol.name)
  case .simpleperfEventID(let list): for index in 0..<list.count { ask(list[index]) }
  case .simpleperfCallchain(let chain):
    ask(chain.thread)
    ask([chain.chainType, chain.time])
    ask(chain.addresses)
    ask(chain.stackPointers)
  case .simpleperfUnwindingResult(let result):
    ask([result.time, result.usedTime, result.errorCode, result.errorAddress])
    ask(result.registers.values)
    ask(result.stack)
    ask(result.addresses)
    ask(result.stackPointers)
  case .simpleperfDebug(let remark):
    ask(remark.time)
    ask(remark.message)
  default: fatalError("a kind of content is not asked")
  }
}
