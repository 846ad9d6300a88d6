internal import PerfEvent

extension RecordFields {
  /// Puts the fields of a kernel's record.
  func encodeKernel(into encoder: inout ByteEncoder, format: ReadFormat) {
    switch self {
    case .memoryMap(let thread, let address, let length, let fileOffset, let path):
      encoder.put(thread)
      encoder.put([address, length, fileOffset])
      encoder.put(terminated: path)
    case .memoryMap2(
      let thread, let address, let length, let fileOffset, let origin, let protection, let flags,
      let path):
      encoder.put(thread)
      encoder.put([address, length, fileOffset])
      encoder.put(origin)
      encoder.put(protection)
      encoder.put(flags)
      encoder.put(terminated: path)
    case .commandName(let thread, let name):
      encoder.put(thread)
      // The kernel keeps 15 bytes and a NUL.
      let kept = name.utf8.prefix(15)
      encoder.put(name, in: (kept.count + 8) / 8 * 8)
    case .fork(let thread, let parent, let time), .exit(let thread, let parent, let time):
      for number in [thread.process, parent.process, thread.thread, parent.thread] {
        encoder.put(number)
      }
      encoder.put(time)
    case .lost(let identifier, let count):
      encoder.put([identifier, count])
    case .lostSamples(let number), .auxOutputHardwareID(let number):
      encoder.put(number)
    case .throttle(let time, let identifier, let stream),
      .unthrottle(let time, let identifier, let stream):
      encoder.put([time, identifier, stream])
    case .read(let thread, let values):
      encoder.put(thread)
      encoder.put(values, format: format)
    case .aux(let offset, let size, let flags):
      encoder.put([offset, size, flags])
    case .instructionTraceStart(let thread), .contextSwitchCPUWide(let thread):
      encoder.put(thread)
    default:
      encodeRest(into: &encoder)
    }
  }

  private func encodeRest(into encoder: inout ByteEncoder) {
    switch self {
    case .namespaces(let thread, let namespaces):
      encoder.put(thread)
      encoder.put(UInt64(namespaces.count))
      for namespace in namespaces { encoder.put([namespace.device, namespace.inode]) }
    case .kernelSymbol(let address, let length, let type, let flags, let name):
      encoder.put(address)
      encoder.put(length)
      encoder.put(type)
      encoder.put(flags)
      encoder.put(terminated: name)
    case .bpfEvent(let type, let flags, let identifier, let tag):
      encoder.put(type)
      encoder.put(flags)
      encoder.put(identifier)
      encoder.put(bytes: Array((tag + [UInt8](repeating: 0, count: 8)).prefix(8)))
    case .cgroup(let identifier, let path):
      encoder.put(identifier)
      encoder.put(terminated: path)
    case .textPoke(let address, let oldBytes, let newBytes):
      encoder.put(address)
      encoder.put(UInt16(clamping: oldBytes.count))
      encoder.put(UInt16(clamping: newBytes.count))
      encoder.put(bytes: oldBytes)
      encoder.put(bytes: newBytes)
      encoder.pad(to: 8)
    case .deferredCallchain(let cookie, let entries):
      encoder.put([cookie, UInt64(entries.count)])
      encoder.put(entries)
    default:
      break
    }
  }
}

extension ByteEncoder {
  fileprivate mutating func put(_ origin: RecordFields.MappingOrigin) {
    switch origin {
    case .file(let major, let minor, let inode, let generation):
      put(major)
      put(minor)
      put([inode, generation])
    case .buildID(let identifier):
      let kept = identifier.prefix(20)
      put(bytes: [UInt8(kept.count), 0, 0, 0])
      put(bytes: Array(kept))
      putZeros(20 - kept.count)
    }
  }

  /// Adds counts in the form that an event asks for.
  mutating func put(_ counters: CounterValues, format: ReadFormat) {
    if format.contains(.group) {
      put(UInt64(counters.values.count))
      if format.contains(.timeEnabled) { put(counters.timeEnabled) }
      if format.contains(.timeRunning) { put(counters.timeRunning) }
      for value in counters.values {
        put(value.value)
        if format.contains(.id) { put(value.identifier) }
        if format.contains(.lost) { put(value.lost) }
      }
      return
    }
    let value = counters.values.first ?? CounterValues.Value(value: 0)
    put(value.value)
    if format.contains(.timeEnabled) { put(counters.timeEnabled) }
    if format.contains(.timeRunning) { put(counters.timeRunning) }
    if format.contains(.id) { put(value.identifier) }
    if format.contains(.lost) { put(value.lost) }
  }
}
