internal import PerfEvent

/// Brings records to another byte order, field by field.
///
/// Texts, build identifiers, raw data and everything else that is made of bytes
/// stays as it is, and so do the fields of kinds that are not known.
struct RecordSwapper: ~Escapable {
  private let fields: FieldBytes
  private var position: Int = 8
  private var end: Int
  private var encoder: ByteEncoder

  /// Brings a record to a byte order.
  ///
  /// - Throws: ``PerfDataError`` when the record is malformed, or of a kind whose
  ///   fields are not known.
  static func swap(
    _ record: borrowing Record, to byteOrder: ByteOrder
  ) throws(PerfDataError) -> [UInt8] {
    var swapper = RecordSwapper(record, byteOrder)
    switch record.content {
    case .malformed(let error): throw error
    case .sample(let sample): swapper.swapSample(sample)
    default:
      swapper.end = record.size - record.trailerSize
      let isKnown =
        record.kind.isKernel
        ? swapper.swapKernels(record) : swapper.swapRecorders(record)
      guard isKnown else {
        throw .refused(
          "\(record.kind) record", at: record.offset, value: UInt64(record.kind.rawValue),
          "it cannot be brought to another byte order")
      }
      swapper.raw()
      swapper.end = record.size
      if let layout = record.layout, record.trailerSize > 0 { swapper.swapTrailer(layout[0]) }
    }
    swapper.end = record.bytes.byteCount
    swapper.raw()
    return swapper.encoder.bytes
  }

  @_lifetime(copy record)
  private init(_ record: borrowing Record, _ byteOrder: ByteOrder) {
    fields = record.fields
    end = record.size
    encoder = ByteEncoder(byteOrder)
    encoder.put(record.kind.rawValue)
    // The records of Android's recorder use the flags as upper bits of the size.
    encoder.put(record.flags.rawValue)
    encoder.put(UInt16(truncatingIfNeeded: record.size))
  }

  private var left: Int { end - position }

  @_lifetime(self: copy self)
  private mutating func u64(_ count: Int = 1) {
    for _ in 0..<count where left >= 8 {
      encoder.put(fields.uint64(position))
      position += 8
    }
  }

  @_lifetime(self: copy self)
  private mutating func u32(_ count: Int = 1) {
    for _ in 0..<count where left >= 4 {
      encoder.put(fields.uint32(position))
      position += 4
    }
  }

  @_lifetime(self: copy self)
  private mutating func u16(_ count: Int = 1) {
    for _ in 0..<count where left >= 2 {
      encoder.put(fields.uint16(position))
      position += 2
    }
  }

  @_lifetime(self: copy self)
  private mutating func raw(_ count: Int = .max) {
    let count = max(0, min(count, left))
    encoder.put(bytes: fields.slice(position, count))
    position += count
  }

  /// Integers of eight bytes as long as there are any.
  @_lifetime(self: copy self)
  private mutating func words() { u64(max(0, left) / 8) }

  @_lifetime(self: copy self)
  private mutating func swapTrailer(_ layout: SampleLayout) {
    let present = SampleFields(rawValue: layout.fields)
    if present.contains(.thread) { u32(2) }
    for field in [SampleFields.time, .id, .streamID] where present.contains(field) { u64() }
    if present.contains(.cpu) { u32(2) }
    if present.contains(.identifier) { u64() }
  }

  @_lifetime(self: copy self)
  private mutating func swapKernels(_ record: borrowing Record) -> Bool {
    switch record.kind {
    case .mmap:
      u32(2)
      u64(3)
    case .mmap2:
      u32(2)
      u64(3)
      if record.flags.contains(.buildID) {
        raw(24)
      } else {
        u32(2)
        u64(2)
      }
      u32(2)
    case .comm, .instructionTraceStart, .contextSwitchCPUWide: u32(2)
    case .exit, .fork:
      u32(4)
      u64()
    case .read, .namespaces:
      u32(2)
      words()
    case .lost, .throttle, .unthrottle, .aux, .lostSamples, .auxOutputHardwareID,
      .deferredCallchain:
      words()
    case .contextSwitch: break
    case .kernelSymbol:
      u64()
      u32()
      u16(2)
    case .bpfEvent:
      u16(2)
      u32()
    case .cgroup: u64()
    case .textPoke:
      u64()
      u16(2)
    default: return false
    }
    return true
  }

  @_lifetime(self: copy self)
  private mutating func swapRecorders(_ record: borrowing Record) -> Bool {
    switch record.kind {
    case .headerBuildID: u32()
    case .finishedRound, .finishedInit: break
    case .idIndex, .statConfiguration, .statRound: words()
    case .timeConversion: u64(5)
    case .auxTraceInfo:
      u32(2)
      words()
    case .auxTrace:
      u64(3)
      u32(4)
    case .auxTraceError:
      u32(6)
      u64()
      if fields.uint32(28) >= 1 { u64() }
      raw(64)
      u32(2)
    case .threadMap:
      u64()
      while left >= 24 {
        u64()
        raw(16)
      }
    case .cpuMap: swapCPUMap()
    case .stat:
      u64()
      u32(2)
      words()
    case .eventUpdate:
      let type = fields.uint64(8)
      u64(2)
      if type == 1 { u64() }
      if type == 3 { swapCPUMap() }
    case .bpfMetadata:
      raw(512)
      u64()
    case .schedulerCPUStatistics:
      u64()
      u32()
      u16(2)
      u32(6)
      words()
    case .schedulerDomainStatistics:
      u64()
      u32()
      u16(2)
      u32(left / 4)
    default: return false
    }
    return true
  }

  @_lifetime(self: copy self)
  private mutating func swapCPUMap() {
    guard left >= 4 else { return }
    let type = fields.uint16(position)
    u16()
    switch type {
    case 0:
      let count = Int(fields.uint16(position))
      u16(1 + count)
    case 1:
      let size = left >= 4 ? fields.uint16(position + 2) : 0
      u16(2)
      if size == 8 {
        raw(4)
        words()
      } else {
        u32(left / 4)
      }
    default:
      raw(2)
      u16(2)
    }
  }
}

extension RecordSwapper {
  @_lifetime(self: copy self)
  private mutating func swapSample(_ sample: borrowing Sample) {
    let layout = sample.layout
    let present = SampleFields(rawValue: layout.fields)
    let words: [SampleFields] = [.identifier, .instructionPointer]
    for field in words where present.contains(field) { u64() }
    if present.contains(.thread) { u32(2) }
    for field in [SampleFields.time, .address, .id, .streamID] where present.contains(field) {
      u64()
    }
    if present.contains(.cpu) { u32(2) }
    if present.contains(.period) { u64() }
    let places = sample.places
    if let values = sample.readValues { u64(values.wordCount) }
    if places[.callchain] != 0 { countedWords() }
    if places[.raw] != 0 {
      let count = Int(fields.uint32(position))
      u32()
      raw(count)
    }
    if places[.branchStack] != 0 { swapBranches(places.branchForm) }
    if places[.userRegisters] != 0 { swapRegisters(layout.userRegisters) }
    if places[.userStack] != 0 {
      let count = Int(truncatingIfNeeded: fields.uint64(position))
      u64()
      raw(count)
      if count > 0 { u64() }
    }
    for field in [VariableField.weight, .dataSource, .transaction] where places[field] != 0 {
      u64()
    }
    if places[.interruptRegisters] != 0 { swapRegisters(layout.interruptRegisters) }
    for field in [
      VariableField.physicalAddress, .cgroup, .dataPageSize, .codePageSize, .aux,
    ] where places[field] != 0 { u64() }
  }

  @_lifetime(self: copy self)
  private mutating func countedWords() {
    u64(1 + Int(truncatingIfNeeded: fields.uint64(position)))
  }

  @_lifetime(self: copy self)
  private mutating func swapRegisters(_ mask: UInt64) {
    u64(fields.uint64(position) == 0 ? 1 : 1 + mask.nonzeroBitCount)
  }

  @_lifetime(self: copy self)
  private mutating func swapBranches(_ form: BranchForm) {
    let stack = BranchStack(
      FieldBytes(fields.suffix(from: position), isSwapped: fields.isSwapped), form: form)
    u64(form.contains(.hardwareIndex) ? 2 : 1)
    for index in 0..<stack.count {
      u64(2)
      let flags = stack[index].flags
      encoder.put(encoder.byteOrder == .bigEndian ? Branch.mirrored(flags) : flags)
      position += 8
    }
    if form.contains(.counters) { u64(stack.count) }
  }
}

extension ReadValues {
  /// The number of integers of eight bytes that the values take.
  fileprivate var wordCount: Int {
    let times = (timeEnabled == nil ? 0 : 1) + (timeRunning == nil ? 0 : 1)
    let perValue = 1 + (format & 4 != 0 ? 1 : 0) + (format & 16 != 0 ? 1 : 0)
    return format & 8 != 0 ? 1 + times + perValue * count : times + perValue
  }
}
