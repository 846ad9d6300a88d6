import PerfData
import PerfEvent

extension Numbers {
  mutating func thread() -> ThreadID {
    ThreadID(process: number(), thread: number())
  }

  /// An event whose samples have the fields that the input asks for.
  mutating func event(_ index: Int) -> RecordedEvent {
    var attributes = EventAttributes(type: .software, config: number())
    attributes.samplePeriod = 1000
    attributes.sampleFields = SampleFields(rawValue: number(UInt64.self) & 0x1ff_ffff)
    attributes.sampleFields.insert(.identifier)
    // They are two forms of one field.
    if attributes.sampleFields.contains(.weight) {
      attributes.sampleFields.remove(.weightStructure)
    }
    attributes.readFormat = ReadFormat(rawValue: number(UInt64.self) & 31)
    if flag() { attributes.branchFields.insert(.hardwareIndex) }
    attributes.userRegisters = number()
    attributes.interruptRegisters = number()
    attributes.flags = [.sampleIDAll]
    return RecordedEvent(
      attributes: attributes, identifiers: [UInt64(index) + 1], name: "event-\(index)")
  }

  /// A sample of an event, with nothing in the fields that it does not have.
  mutating func sample(of event: RecordedEvent) -> SampleValues {
    let fields = event.attributes.sampleFields
    var sample = SampleValues()
    sample.identifier = event.identifiers[0]
    if fields.contains(.instructionPointer) { sample.instructionPointer = number() }
    if fields.contains(.thread) { sample.thread = thread() }
    if fields.contains(.time) { sample.time = number() }
    if fields.contains(.address) { sample.address = number() }
    if fields.contains(.streamID) { sample.streamID = number() }
    if fields.contains(.cpu) { sample.cpu = number() }
    if fields.contains(.period) { sample.period = number() }
    if fields.contains(.callchain) { sample.callchain = list(atMost: 40) { $0.number() } }
    if fields.contains(.raw) { sample.rawData = bytes(atMost: 40) }
    if fields.contains(.branchStack) {
      // Bits from 33 on have no meaning yet, and no place in the other byte order.
      sample.branches = list(atMost: 8) {
        Branch(from: $0.number(), to: $0.number(), flags: $0.number() & 0x1_ffff_ffff)
      }
      if event.attributes.branchFields.contains(.hardwareIndex), !sample.branches.isEmpty {
        sample.branchHardwareIndex = number(UInt64.self) >> 1
      }
    }
    if fields.contains(.userRegisters), flag() {
      sample.userRegisters = registers(event.attributes.userRegisters)
    }
    if fields.contains(.interruptRegisters), flag() {
      sample.interruptRegisters = registers(event.attributes.interruptRegisters)
    }
    if fields.contains(.userStack) { sample.userStack = bytes(atMost: 200) }
    if !fields.isDisjoint(with: [.weight, .weightStructure]) { sample.weight = number() }
    if fields.contains(.dataSource) { sample.dataSource = DataSource(rawValue: number()) }
    if fields.contains(.transaction) { sample.transaction = number() }
    if fields.contains(.physicalAddress) { sample.physicalAddress = number() }
    if fields.contains(.cgroup) { sample.cgroup = number() }
    if fields.contains(.dataPageSize) { sample.dataPageSize = number() }
    if fields.contains(.codePageSize) { sample.codePageSize = number() }
    if fields.contains(.aux) { sample.auxData = bytes(atMost: 40) }
    if fields.contains(.read) { sample.counters = counters(event.attributes.readFormat) }
    return sample
  }

  private mutating func registers(_ mask: UInt64) -> [UInt64] {
    (0..<mask.nonzeroBitCount).map { _ in number() }
  }

  mutating func counters(_ format: ReadFormat) -> CounterValues {
    let count = format.contains(.group) ? below(6) : 1
    let values = (0..<count).map { _ in
      CounterValues.Value(value: number(), identifier: number(), lost: number())
    }
    return CounterValues(values, timeEnabled: number(), timeRunning: number())
  }

  /// A record that is no sample.
  mutating func fields() -> RecordFields {
    switch below(30) {
    case 0:
      .memoryMap(
        thread: thread(), address: number(), length: number(), fileOffset: number(), path: text())
    case 1:
      .memoryMap2(
        thread: thread(), address: number(), length: number(), fileOffset: number(),
        origin: .file(
          deviceMajor: number(), deviceMinor: number(), inode: number(), generation: number()),
        protection: number(), mapFlags: number(), path: text())
    case 2:
      .memoryMap2(
        thread: thread(), address: number(), length: number(), fileOffset: number(),
        origin: .buildID(bytes(atMost: 20)), protection: number(), mapFlags: number(),
        path: text())
    case 3: .commandName(thread: thread(), name: text())
    case 4: .fork(thread: thread(), parent: thread(), time: number())
    case 5: .exit(thread: thread(), parent: thread(), time: number())
    case 6: .lost(identifier: number(), count: number())
    case 7: .lostSamples(count: number())
    case 8: .throttle(time: number(), identifier: number(), streamID: number())
    case 9: .unthrottle(time: number(), identifier: number(), streamID: number())
    case 10: .aux(offset: number(), size: number(), flags: number())
    case 11: .instructionTraceStart(thread: thread())
    case 12: .contextSwitch
    case 13: .contextSwitchCPUWide(other: thread())
    case 14:
      .namespaces(
        thread: thread(),
        list(atMost: 8) { NamespacesRecord.Namespace(device: $0.number(), inode: $0.number()) })
    case 15:
      .kernelSymbol(
        address: number(), length: number(), type: number(), symbolFlags: number(), name: text())
    case 16:
      .bpfEvent(type: number(), eventFlags: number(), identifier: number(), tag: bytes(atMost: 8))
    case 17: .cgroup(identifier: number(), path: text())
    case 18:
      .textPoke(address: number(), oldBytes: bytes(atMost: 20), newBytes: bytes(atMost: 20))
    case 19: .auxOutputHardwareID(number())
    case 20: .deferredCallchain(cookie: number(), entries: list(atMost: 20) { $0.number() })
    default: recorderFields()
    }
  }

  private mutating func recorderFields() -> RecordFields {
    switch below(14) {
    case 0:
      .idIndex(
        list(atMost: 5) {
          IDIndexRecord.Entry(
            identifier: $0.number(), index: $0.number(), cpu: $0.number(), thread: $0.number())
        })
    case 1: .auxTraceInfo(type: number(), parameters: list(atMost: 5) { $0.number() })
    case 2:
      .auxTrace(
        offset: number(), reference: number(), index: number(), thread: number(), cpu: number(),
        data: bytes(atMost: 50))
    case 3:
      .auxTraceError(
        type: number(), code: number(), cpu: number(), thread: thread(),
        instructionPointer: number(), time: number(), message: text(atMost: 80))
    case 4:
      .threadMap(
        list(atMost: 5) { ThreadMapRecord.Entry(thread: $0.number(), name: $0.text()) })
    case 5: .cpuMap(cpus())
    case 6:
      .statConfiguration(
        list(atMost: 5) {
          StatConfigurationRecord.Setting(tag: $0.number(), value: $0.number())
        })
    case 7: .stat(identifier: number(), cpu: number(), thread: number(), counters([]))
    case 8: .statRound(type: number(), time: number())
    case 9: .eventUpdate(identifier: 1, news())
    case 10: .timeConversion(shift: number(), multiplier: number(), zero: number())
    case 11:
      .bpfMetadata(
        program: text(),
        list(atMost: 3) { RecordFields.KeyedValue(key: $0.text(), value: $0.text()) })
    case 12: .finishedInit
    default: .finishedRound
    }
  }

  private mutating func cpus() -> RecordFields.CPUSet {
    switch below(3) {
    case 0: .list(list(atMost: 10) { $0.number() })
    case 1: .mask(list(atMost: 4) { $0.number() })
    default: .range(first: number(), last: number(), withAny: flag())
    }
  }

  private mutating func news() -> RecordFields.EventNews {
    switch below(4) {
    case 0: .unit(text())
    case 1: .scale(Double(number(Int32.self)) / 8)
    case 2: .name(text())
    default: .cpus(cpus())
    }
  }

  /// A feature that reads back as it was written.
  mutating func feature() -> FeatureValue {
    switch below(12) {
    case 0: .hostname(text())
    case 1: .commandLine(list(atMost: 5) { $0.text() })
    case 2: .totalMemoryKilobytes(number())
    case 3: .clockData(ClockData(clockID: number(), wallClock: number(), clock: number()))
    case 4:
      .numaNodes(
        list(atMost: 4) {
          NUMANode(
            number: $0.number(), totalKilobytes: $0.number(), freeKilobytes: $0.number(),
            cpus: $0.text())
        })
    case 5: .pmuMappings(list(atMost: 4) { PMUMapping(type: $0.number(), name: $0.text()) })
    case 6: .hybridCPUs(list(atMost: 4) { HybridCPUs(pmu: $0.text(), cpus: $0.text()) })
    case 7:
      .pmuCapabilities(
        list(atMost: 3) {
          PMUCapabilities(
            pmu: $0.text(),
            entries: $0.list(atMost: 3) {
              PMUCapabilities.Entry(name: $0.text(), value: $0.text())
            })
        })
    case 8:
      .memoryTopology(
        MemoryTopology(
          blockSize: number(),
          nodes: list(atMost: 3) {
            MemoryTopology.Node(number: $0.number(), blocks: $0.list(atMost: 4) { $0.number() })
          }))
    case 9: .machineNumber(number(), flags: number())
    case 10: .cacheLineSize(number())
    default: .clockResolution(number())
    }
  }
}
