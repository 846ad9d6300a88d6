import PerfData
import PerfEvent

extension SampleValues {
  /// The values that a sample holds, without the padding that the written ones lack.
  init(_ sample: borrowing Sample, like written: SampleValues) {
    self.init()
    identifier = sample.identifier
    instructionPointer = sample.instructionPointer ?? 0
    thread = sample.thread ?? thread
    time = sample.time ?? 0
    address = sample.address ?? 0
    streamID = sample.streamID ?? 0
    cpu = sample.cpu ?? 0
    period = sample.recordedPeriod ?? 0
    if let callchain = sample.callchain { self.callchain = callchain.entries.array }
    if let bytes = sample.rawData { rawData = Array(bytes, written.rawData.count) }
    if let branches = sample.branchStack {
      for index in 0..<branches.count { self.branches.append(branches[index]) }
      if branches.count > 0 { branchHardwareIndex = branches.hardwareIndex }
    }
    if let registers = sample.userRegisters { userRegisters = registers.values.array }
    if let registers = sample.interruptRegisters { interruptRegisters = registers.values.array }
    if let bytes = sample.userStack { userStack = Array(bytes, bytes.byteCount) }
    weight = sample.weight?.rawValue ?? 0
    dataSource = sample.dataSource ?? dataSource
    transaction = sample.transaction?.rawValue ?? 0
    physicalAddress = sample.physicalAddress ?? 0
    cgroup = sample.cgroup ?? 0
    dataPageSize = sample.dataPageSize ?? 0
    codePageSize = sample.codePageSize ?? 0
    if let bytes = sample.auxData { auxData = Array(bytes, written.auxData.count) }
    if let values = sample.readValues { counters = CounterValues(values, like: written.counters) }
  }
}

extension CounterValues {
  /// The counts that a sample holds, with those that its event does not ask for as written.
  fileprivate init(_ read: borrowing ReadValues, like written: CounterValues) {
    var values: [Value] = []
    for index in 0..<read.count {
      let other = index < written.values.count ? written.values[index] : Value(value: 0)
      values.append(
        Value(
          value: read[index].value, identifier: read[index].identifier ?? other.identifier,
          lost: read[index].lost ?? other.lost))
    }
    self.init(
      values, timeEnabled: read.timeEnabled ?? written.timeEnabled,
      timeRunning: read.timeRunning ?? written.timeRunning)
  }
}

extension [UInt8] {
  /// The first bytes of a view.
  fileprivate init(_ bytes: RawSpan, _ count: Int) {
    self = (0..<Swift.min(count, bytes.byteCount)).map {
      bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self)
    }
  }
}
