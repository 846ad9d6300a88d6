internal import PerfEvent

extension SampleValues {
  /// Puts the fields that an event asks for, in the order of the format.
  ///
  /// The identifier is what is written where the sample has none.
  func encode(
    into encoder: inout ByteEncoder, _ layout: SampleLayout, identifier: UInt64
  ) {
    let fields = SampleFields(rawValue: layout.fields)
    let own = self.identifier ?? identifier
    if fields.contains(.identifier) { encoder.put(own) }
    if fields.contains(.instructionPointer) { encoder.put(instructionPointer) }
    if fields.contains(.thread) { encoder.put(thread) }
    if fields.contains(.time) { encoder.put(time) }
    if fields.contains(.address) { encoder.put(address) }
    if fields.contains(.id) { encoder.put(own) }
    if fields.contains(.streamID) { encoder.put(streamID) }
    if fields.contains(.cpu) {
      encoder.put(cpu)
      encoder.put(UInt32(0))
    }
    if fields.contains(.period) { encoder.put(period) }
    if fields.contains(.read) {
      encoder.put(counters, format: ReadFormat(rawValue: layout.readFormat))
    }
    if fields.contains(.callchain) {
      encoder.put(UInt64(callchain.count))
      encoder.put(callchain)
    }
    if fields.contains(.raw) { encodeRaw(into: &encoder) }
    if fields.contains(.branchStack) {
      encodeBranches(into: &encoder, BranchFields(rawValue: layout.branchFields))
    }
    encodeRest(into: &encoder, fields)
  }

  private func encodeRest(into encoder: inout ByteEncoder, _ fields: SampleFields) {
    if fields.contains(.userRegisters) {
      encodeRegisters(userRegisters, userABI, into: &encoder)
    }
    if fields.contains(.userStack) { encodeStack(into: &encoder) }
    if !fields.isDisjoint(with: [.weight, .weightStructure]) { encoder.put(weight) }
    if fields.contains(.dataSource) { encoder.put(dataSource.rawValue) }
    if fields.contains(.transaction) { encoder.put(transaction) }
    if fields.contains(.interruptRegisters) {
      encodeRegisters(interruptRegisters, interruptABI, into: &encoder)
    }
    if fields.contains(.physicalAddress) { encoder.put(physicalAddress) }
    if fields.contains(.cgroup) { encoder.put(cgroup) }
    if fields.contains(.dataPageSize) { encoder.put(dataPageSize) }
    if fields.contains(.codePageSize) { encoder.put(codePageSize) }
    if fields.contains(.aux) {
      let padding = (8 - auxData.count % 8) % 8
      encoder.put(UInt64(auxData.count + padding))
      encoder.put(bytes: auxData)
      encoder.putZeros(padding)
    }
  }

  /// The kernel counts the padding as data, so that the next field is aligned.
  private func encodeRaw(into encoder: inout ByteEncoder) {
    let padding = (8 - (rawData.count + 4) % 8) % 8
    encoder.put(UInt32(clamping: rawData.count + padding))
    encoder.put(bytes: rawData)
    encoder.putZeros(padding)
  }

  private func encodeBranches(into encoder: inout ByteEncoder, _ asked: BranchFields) {
    encoder.put(UInt64(branches.count))
    if asked.contains(.hardwareIndex) { encoder.put(branchHardwareIndex ?? .max) }
    for branch in branches {
      encoder.put([branch.from, branch.to])
      encoder.put(
        encoder.byteOrder == .bigEndian ? Branch.mirrored(branch.flags) : branch.flags)
    }
    if asked.contains(.counters) {
      for index in branches.indices {
        encoder.put(index < branchCounters.count ? branchCounters[index] : 0)
      }
    }
  }

  private func encodeRegisters(
    _ values: [UInt64], _ abi: UInt64, into encoder: inout ByteEncoder
  ) {
    encoder.put(values.isEmpty ? 0 : abi)
    encoder.put(values)
  }

  private func encodeStack(into encoder: inout ByteEncoder) {
    let padding = (8 - userStack.count % 8) % 8
    encoder.put(UInt64(userStack.count + padding))
    guard !userStack.isEmpty else { return }
    encoder.put(bytes: userStack)
    encoder.putZeros(padding)
    encoder.put(UInt64(userStack.count))
  }

  /// Tells what keeps the sample from being one of the event.
  func refusal(_ layout: SampleLayout) -> String? {
    let fields = SampleFields(rawValue: layout.fields)
    let user = layout.userRegisters.nonzeroBitCount
    if fields.contains(.userRegisters), !userRegisters.isEmpty, userRegisters.count != user {
      return "it has \(userRegisters.count) user registers instead of \(user)"
    }
    let interrupt = layout.interruptRegisters.nonzeroBitCount
    if fields.contains(.interruptRegisters), !interruptRegisters.isEmpty,
      interruptRegisters.count != interrupt
    {
      return "it has \(interruptRegisters.count) interrupt registers instead of \(interrupt)"
    }
    return nil
  }
}

extension Branch {
  /// Brings the bit fields to the order of a big-endian machine.
  static func mirrored(_ flags: UInt64) -> UInt64 {
    let places: [(top: UInt64, first: UInt64, width: UInt64)] = [
      (63, 0, 1), (62, 1, 1), (61, 2, 1), (60, 3, 1), (44, 4, 16), (40, 20, 4), (38, 24, 2),
      (34, 26, 4), (31, 30, 3),
    ]
    var result: UInt64 = 0
    for place in places {
      result |= (flags >> place.first & (1 << place.width - 1)) << place.top
    }
    return result
  }
}
