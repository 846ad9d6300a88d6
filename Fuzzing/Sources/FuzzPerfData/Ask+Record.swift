import PerfData

/// Asks a record for its frame, its identity and its content.
func ask(_ record: borrowing Record) {
  ask(record.kind.description)
  ask(record.flags)
  ask(record.flags.cpuMode.description)
  ask(record.size)
  ask(record.offset)
  ask(record.bytes)
  ask(record.time)
  ask(record.thread)
  ask(record.cpu)
  ask(record.identifier)
  ask(record.streamID)
  if let sample = record.sample { ask(sample) }
  switch record.content {
  case .sample(let sample): ask(sample)
  case .memoryMap(let map): ask(map)
  case .memoryMap2(let map): ask(map)
  case .commandName(let command):
    ask(command.thread)
    ask(command.name)
  case .fork(let fork):
    ask([fork.thread, fork.parent])
    ask(fork.time)
  case .exit(let exit):
    ask([exit.thread, exit.parent])
    ask(exit.time)
  case .lost(let lost): ask([lost.identifier, lost.count])
  case .lostSamples(let lost): ask(lost.count)
  case .throttle(let throttle), .unthrottle(let throttle):
    ask([throttle.time, throttle.identifier, throttle.streamID])
  case .read(let read):
    ask(read.thread)
    ask(read.values)
  case .aux(let aux): ask([aux.auxOffset, aux.auxSize, aux.auxFlags.rawValue])
  case .instructionTraceStart(let start): ask(start.thread)
  case .contextSwitchCPUWide(let other): ask(other.otherThread)
  case .namespaces(let namespaces):
    ask(namespaces.thread)
    for index in 0..<namespaces.count { ask(namespaces[index]) }
  case .kernelSymbol(let symbol):
    ask([symbol.address, UInt64(symbol.length)])
    ask([symbol.symbolType, symbol.symbolFlags])
    ask(symbol.name)
  case .bpfEvent(let event):
    ask([event.eventType, event.eventFlags])
    ask(event.programID)
    ask(event.tag)
  case .cgroup(let cgroup):
    ask(cgroup.identifier)
    ask(cgroup.path)
  case .textPoke(let poke):
    ask(poke.address)
    ask(poke.oldBytes)
    ask(poke.newBytes)
  case .auxOutputHardwareID(let output): ask(output.hardwareID)
  case .deferredCallchain(let deferred):
    ask(deferred.cookie)
    ask(deferred.callchain)
  case .contextSwitch, .mark, .other: break
  case .malformed(let error): ask(error.description)
  default: askRecorder(record)
  }
}

/// Asks a record of the recorder for its content.
private func askRecorder(_ record: borrowing Record) {
  switch record.content {
  case .buildID(let build):
    ask(build.process)
    ask(build.buildID)
    ask(build.path)
  case .idIndex(let index): for place in 0..<index.count { ask(index[place]) }
  case .auxTraceInfo(let info):
    ask(info.auxType)
    ask(info.parameters)
  case .auxTrace(let trace):
    ask([trace.dataSize, trace.auxOffset, trace.reference])
    ask([trace.index, trace.thread, trace.cpu])
    ask(trace.data)
  case .threadMap(let map): for place in 0..<map.count { ask(map[place]) }
  case .statConfiguration(let settings):
    for place in 0..<settings.count { ask(settings[place]) }
  case .stat(let stat):
    ask([stat.identifier, stat.value, stat.timeEnabled, stat.timeRunning])
    ask([stat.cpu, stat.thread])
  case .statRound(let round): ask([round.roundType, round.time])
  case .eventUpdate(let update):
    ask([update.updateType, update.identifier])
    ask(update.text)
    ask(update.scale)
    ask(update.cpus)
  case .timeConversion(let time):
    ask([time.shift, time.multiplier, time.zero, time.time(ofCycles: .max)])
  case .headerFeature(let feature):
    ask(feature.feature)
    ask(feature.contents)
  default: askRare(record)
  }
}

private func ask(_ map: borrowing MemoryMapRecord) {
  ask(map.thread)
  ask([map.address, map.length, map.fileOffset])
  ask(map.path)
}

private func ask(_ map: borrowing MemoryMap2Record) {
  ask(map.thread)
  ask([map.address, map.length, map.fileOffset, map.inode, map.inodeGeneration])
  ask([map.deviceMajor, map.deviceMinor, map.protection, map.mapFlags])
  ask(map.hasBuildID)
  ask(map.buildID)
  ask(map.path)
}
