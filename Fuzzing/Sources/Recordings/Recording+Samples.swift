extension Recording {
  /// Appends a sample of an event, with plausible values in all its fields.
  ///
  /// - Parameters:
  ///   - index: Which event.
  ///   - depth: The number of entries in call chains and branch stacks.
  public mutating func appendSample(of index: Int, depth: Int = 3) {
    time += 250_000
    let event = events[index]
    let identifier = event.identifiers.first ?? 0
    var bytes = Bytes()
    func has(_ bit: Int) -> Bool { event.sampleFields & 1 << UInt64(bit) != 0 }

    if has(16) { bytes.append(identifier) }
    if has(0) { bytes.append(UInt64(0x40_1000) + time % 4096) }
    if has(1) { bytes.append(UInt32(100), UInt32(101)) }
    if has(2) { bytes.append(time) }
    if has(3) { bytes.append(UInt64(0x7fff_0000_1000)) }
    if has(6) { bytes.append(identifier) }
    if has(9) { bytes.append(identifier + 1000) }
    if has(7) { bytes.append(UInt32(time / 250_000 % 2), UInt32(0)) }
    if has(8) { bytes.append(event.period) }
    if has(4) { appendReading(of: event, to: &bytes) }
    if has(5) { appendChain(depth: depth, to: &bytes) }
    if has(10) {
      bytes.append(UInt32(12))
      bytes.append(bytes: Array(1...12))
    }
    if has(11) {
      bytes.append(UInt64(depth))
      if event.branchFields & 1 << 17 != 0 { bytes.append(UInt64(0)) }
      for step in 0..<UInt64(depth) { bytes.append(0x40_1000 + step, 0x40_2000 + step, 1 << 1) }
    }
    if has(12) { appendRegisters(of: event, to: &bytes) }
    if has(13) {
      bytes.append(UInt64(64))
      bytes.append(bytes: [UInt8](repeating: 0xaa, count: 64))
      bytes.append(UInt64(48))
    }
    if has(14) || has(24) { bytes.append(UInt64(0x0003_0002_0000_0001)) }
    if has(15) { bytes.append(UInt64(0x6810_0242)) }
    if has(17) { bytes.append(UInt64(2)) }
    if has(18) { appendRegisters(of: event, to: &bytes) }
    if has(19) { bytes.append(UInt64(0x1234_5000)) }
    if has(21) { bytes.append(UInt64(7)) }
    if has(22) { bytes.append(UInt64(4096)) }
    if has(23) { bytes.append(UInt64(4096)) }
    if has(20) {
      bytes.append(UInt64(32))
      bytes.append(bytes: [UInt8](repeating: 0x55, count: 32))
    }
    append(type: 9, misc: 2, payload: bytes.contents)
  }

  /// Appends a record of the kernel with the trailer that the first event asks for.
  public mutating func append(kernelRecord type: UInt32, misc: UInt16 = 0, payload: [UInt8]) {
    guard let event = events.first, event.flags & 1 << 18 != 0 else {
      append(type: type, misc: misc, payload: payload)
      return
    }
    let identifier = event.identifiers.first ?? 0
    var bytes = Bytes()
    bytes.append(bytes: payload)
    func has(_ bit: Int) -> Bool { event.sampleFields & 1 << UInt64(bit) != 0 }
    if has(1) { bytes.append(UInt32(100), UInt32(101)) }
    if has(2) { bytes.append(time) }
    if has(6) { bytes.append(identifier) }
    if has(9) { bytes.append(identifier + 1000) }
    if has(7) { bytes.append(UInt32(1), UInt32(0)) }
    if has(16) { bytes.append(identifier) }
    append(type: type, misc: misc, payload: bytes.contents)
  }

  private func appendReading(of event: RecordedEvent, to bytes: inout Bytes) {
    func has(_ bit: Int) -> Bool { event.readFormat & 1 << UInt64(bit) != 0 }
    let members: UInt64 = has(3) ? 2 : 1
    if has(3) { bytes.append(members) } else { bytes.append(UInt64(5000)) }
    if has(0) { bytes.append(UInt64(2_000_000)) }
    if has(1) { bytes.append(UInt64(1_000_000)) }
    for member in 0..<members {
      if has(3) { bytes.append(5000 + member) }
      if has(2) { bytes.append(member + 1) }
      if has(4) { bytes.append(UInt64(0)) }
    }
  }

  private func appendChain(depth: Int, to bytes: inout Bytes) {
    let kernel = UInt64(bitPattern: -128)
    let user = UInt64(bitPattern: -512)
    bytes.append(UInt64(depth + 3), kernel, 0xffff_ffff_8100_0000, user)
    for step in 0..<UInt64(depth) { bytes.append(0x40_1000 + step * 0x100) }
  }

  private func appendRegisters(of event: RecordedEvent, to bytes: inout Bytes) {
    bytes.append(UInt64(2))
    for register in 0..<UInt64(event.registers.nonzeroBitCount) { bytes.append(register) }
  }
}
