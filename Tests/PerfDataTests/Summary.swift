import PerfData
import PerfEvent

/// Everything that a reader touches, added up; reading it reaches every accessor.
struct Summary: Equatable {
  var samples: Int = 0
  var periodSum: UInt64 = 0
  var pointerSum: UInt64 = 0
  var frames: Int = 0
  var frameSum: UInt64 = 0
  var rawBytes: Int = 0
  var branches: Int = 0
  var firstTime: UInt64?
  var lastTime: UInt64?
  var kinds: [UInt32: Int] = [:]
  var malformed: Int = 0
  var checksum: UInt64 = 0
  var fault: PerfDataError?
  private let ignoresForm: Bool

  /// The kinds of record that belong to the form of a file rather than to what was recorded.
  static let formKinds: Set<UInt32> = [64, 65, 66, 67, 80, 81, 83]

  /// Places, and records that only give the file its form, can be left out.
  init(_ file: borrowing PerfDataFile, ignoresForm: Bool = false) {
    self.ignoresForm = ignoresForm
    var records = file.records()
    do throws(PerfDataError) {
      while let record = try records.next() {
        if ignoresForm {
          if Summary.formKinds.contains(record.kind.rawValue) { continue }
          checksum &-= record.offset
        }
        kinds[record.kind.rawValue, default: 0] += 1
        checksum &+= record.offset &+ UInt64(record.size) &+ (record.time ?? 0)
        checksum &+= UInt64(record.cpu ?? 0) &+ (record.identifier ?? 0) &+ (record.streamID ?? 0)
        checksum &+= UInt64(UInt32(bitPattern: record.thread?.thread ?? 0))
        touch(record)
      }
      let end = try records.next()
      if end != nil { kinds[.max] = 1 }
    } catch {
      fault = error
      // A reader that has failed stays finished.
      if let more = try? records.next() { checksum &+= UInt64(more.size) + (1 << 60) }
    }
  }

  private mutating func touch(_ record: borrowing Record) {
    switch record.content {
    case .sample(let sample): add(sample)
    case .malformed: malformed += 1
    default: touchOthers(record)
    }
  }

  private mutating func add(_ sample: borrowing Sample) {
    samples += 1
    periodSum &+= sample.recordedPeriod ?? 0
    pointerSum &+= sample.instructionPointer ?? 0
    if let callchain = sample.callchain {
      frames += callchain.count
      checksum &+= callchain.deferredCookie ?? 0
      for index in 0..<callchain.count { frameSum &+= callchain[index] }
      var loop = callchain.frames
      while let frame = loop.next() { checksum &+= frame.address &+ frame.context.rawValue }
    }
    if let raw = sample.rawData { rawBytes += raw.byteCount }
    if let stack = sample.branchStack {
      branches += stack.count
      for index in 0..<stack.count { checksum &+= stack[index].to &+ stack[index].flags }
      checksum &+= UInt64(stack.count == 0 ? 0 : stack.count(of: 0, at: 0, width: 4) ?? 0)
      if let counters = stack.counters { checksum &+= counters.array.reduce(0, &+) }
    }
    if let time = sample.time {
      firstTime = min(firstTime ?? time, time)
      lastTime = max(lastTime ?? time, time)
    }
    addRest(sample)
  }

  private mutating func addRest(_ sample: borrowing Sample) {
    checksum &+= sample.period &+ (sample.address ?? 0) &+ (sample.weight?.total ?? 0)
    checksum &+= sample.dataSource?.levelNumber.rawValue ?? 0
    checksum &+= UInt64(sample.transaction?.abortCode ?? 0)
    // Raw data keep the byte order of the machine when a recording is converted.
    if !ignoresForm { checksum &+= UInt64(sample.tracepointHead?.type ?? 0) }
    if !ignoresForm, let time = sample.offCPUTime {
      checksum &+= time.period &+ time.cgroup &+ UInt64(time.callchain.count)
    }
    checksum &+= (sample.physicalAddress ?? 0) &+ (sample.cgroup ?? 0)
    checksum &+= (sample.dataPageSize ?? 0) &+ (sample.codePageSize ?? 0)
    if let values = sample.readValues {
      for index in 0..<values.count { checksum &+= values[index].value }
    }
    if let registers = sample.userRegisters {
      for number in -1...64 { checksum &+= registers[register: number] ?? 0 }
      checksum &+= UInt64(registers.numbers.count) &+ (registers["sp", in: .x86] ?? 0)
    }
    if let registers = sample.interruptRegisters {
      checksum &+= registers.values.array.reduce(0, &+)
    }
    if let stack = sample.userStack { checksum &+= UInt64(stack.byteCount) }
    if let aux = sample.auxData { checksum &+= UInt64(aux.byteCount) }
  }

  private mutating func touchOthers(_ record: borrowing Record) {
    switch record.content {
    case .memoryMap(let map): checksum &+= map.address &+ UInt64(map.path.utf8.count)
    case .memoryMap2(let map):
      checksum &+= map.inode &+ UInt64(map.path.utf8.count) &+ UInt64(map.buildID.byteCount)
    case .commandName(let name): checksum &+= UInt64(name.name.utf8.count)
    case .namespaces(let list): for index in 0..<list.count { checksum &+= list[index].inode }
    case .kernelSymbol(let symbol): checksum &+= UInt64(symbol.name.utf8.count)
    case .cgroup(let cgroup): checksum &+= UInt64(cgroup.path.utf8.count)
    case .bpfEvent(let event): checksum &+= UInt64(event.tag.byteCount)
    case .textPoke(let poke):
      checksum &+= UInt64(poke.oldBytes.byteCount + poke.newBytes.byteCount)
    case .read(let read):
      for index in 0..<read.values.count { checksum &+= read.values[index].value }
    case .deferredCallchain(let deferred): checksum &+= UInt64(deferred.callchain.count)
    case .buildID(let build):
      checksum &+= UInt64(build.buildID.byteCount + build.path.utf8.count)
    case .idIndex(let list):
      for index in 0..<list.count {
        checksum &+= list[index].identifier &+ (list[index].virtualCPU ?? 0)
      }
    case .threadMap(let list):
      for index in 0..<list.count { checksum &+= UInt64(list[index].name.utf8.count) }
    case .statConfiguration(let list):
      for index in 0..<list.count { checksum &+= list[index].value }
    case .eventUpdate(let update):
      checksum &+= UInt64(update.text.utf8.count + (update.cpus?.cpus.count ?? 0))
    case .headerFeature(let feature): checksum &+= UInt64(feature.contents.byteCount)
    case .auxTraceInfo(let info): checksum &+= UInt64(info.parameters.byteCount)
    case .auxTrace(let trace): checksum &+= trace.dataSize &+ UInt64(trace.data.byteCount)
    case .stat(let stat): checksum &+= stat.value
    case .statRound(let round): checksum &+= round.time
    case .timeConversion(let conversion): checksum &+= conversion.time(ofCycles: 1 << 40)
    case .fork(let fork): checksum &+= fork.time
    case .exit(let exit): checksum &+= exit.time
    case .lost(let lost): checksum &+= lost.count
    case .lostSamples(let lost): checksum &+= lost.count
    case .throttle(let pause), .unthrottle(let pause): checksum &+= pause.time
    case .aux(let aux): checksum &+= aux.auxSize
    default: touchRare(record)
    }
  }

  private mutating func touchRare(_ record: borrowing Record) {
    switch record.content {
    case .headerAttributes(let event):
      checksum &+= (try? event.attributes.config) ?? 0
      checksum &+= event.identifiers.array.reduce(0, &+)
    case .eventType(let type): checksum &+= UInt64(type.name.utf8.count)
    case .tracingData(let formats): checksum &+= UInt64(formats.data.byteCount)
    case .compressed(let piece): checksum &+= UInt64(piece.data.byteCount)
    case .auxTraceError(let error):
      checksum &+= (error.time ?? 0) &+ UInt64(error.message.utf8.count)
      checksum &+= UInt64(error.machineProcess ?? 0) &+ UInt64(error.virtualCPU ?? 0)
    case .cpuMap(let list): checksum &+= UInt64(list.map.cpus.count)
    case .bpfMetadata(let metadata):
      for index in 0..<metadata.count { checksum &+= UInt64(metadata[index].key.utf8.count) }
    case .schedulerCPUStatistics(let statistics): checksum &+= statistics.timeslices
    case .schedulerDomainStatistics(let statistics):
      checksum &+= UInt64(statistics.newlyIdle.noBusyGroup) &+ UInt64(statistics.balanceMoves)
    default: touchSimpleperf(record)
    }
  }

  private mutating func touchSimpleperf(_ record: borrowing Record) {
    switch record.content {
    case .simpleperfKernelSymbols(let symbols): checksum &+= UInt64(symbols.text.byteCount)
    case .simpleperfFile(let file): checksum &+= UInt64(file.path.utf8.count)
    case .simpleperfSymbol(let symbol): checksum &+= UInt64(symbol.name.utf8.count)
    case .simpleperfEventID(let list):
      for index in 0..<list.count { checksum &+= list[index].identifier }
    case .simpleperfCallchain(let chain):
      checksum &+= chain.addresses.array.reduce(0, &+)
      checksum &+= chain.stackPointers.array.reduce(0, &+)
    case .simpleperfUnwindingResult(let result):
      checksum &+= result.registers.values.array.reduce(0, &+)
      checksum &+= UInt64(result.stack.byteCount)
      checksum &+= result.addresses.array.reduce(0, &+)
      checksum &+= result.stackPointers.array.reduce(0, &+)
    case .simpleperfDebug(let remark): checksum &+= UInt64(remark.message.utf8.count)
    default: break
    }
  }
}

/// Reads everything that a file offers; damage may be thrown, but nothing else may happen.
func readEverything(_ bytes: [UInt8]) -> Summary? {
  guard let file = try? PerfDataFile(bytes: bytes) else { return nil }
  _ = (try? file.hostname, try? file.osRelease, try? file.perfVersion, try? file.architecture)
  _ = (try? file.cpuDescription, try? file.cpuID, try? file.cpuCounts, try? file.commandLine)
  _ = (try? file.totalMemoryKilobytes, try? file.cacheLineSize, try? file.cpuTopology)
  _ = (try? file.numaNodes, try? file.cpuCaches, try? file.memoryTopology, try? file.hybridCPUs)
  _ = (try? file.eventDescriptions, try? file.groups, try? file.pmuMappings)
  _ = (try? file.cpuPMUCapabilities, try? file.pmuCapabilities, try? file.compression)
  _ = (try? file.directoryVersion, try? file.sampleTimes, try? file.clockResolution)
  _ = (try? file.clockData, try? file.buildIDs, try? file.auxTraceIndex, try? file.machine)
  _ = (try? file.cpuDomains, try? file.bpfPrograms, try? file.bpfTypeFormats)
  _ = (try? file.eventTypes, try? file.registerSet, try? file.simpleperfFiles)
  _ = (try? file.simpleperfInformation, try? file.simpleperfUnwoundFiles)
  return Summary(file)
}
