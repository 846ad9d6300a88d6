internal import PerfEvent

extension RecordFields {
  /// Puts the fields of a recorder's record.
  ///
  /// - Returns: The bytes that follow outside of its size.
  func encodeRecorder(into encoder: inout ByteEncoder) -> [UInt8] {
    switch self {
    case .buildID(let identifier):
      let name = identifier.path.utf8.prefix(4095)
      let length = (name.count + 64) / 64 * 64
      encoder.putBuildID(identifier, name: name, length: length)
      encoder.pad(to: 8)
    case .idIndex(let entries):
      encoder.put(UInt64(entries.count))
      for entry in entries {
        encoder.put([entry.identifier, entry.index])
        encoder.put(entry.cpu)
        encoder.put(entry.thread)
      }
      // The machines stand behind all entries, or nowhere.
      for entry in entries where entries.contains(where: { $0.machineProcess != nil }) {
        encoder.put([entry.machineProcess ?? 0, entry.virtualCPU ?? 0])
      }
    case .auxTraceInfo(let type, let parameters):
      encoder.put(type)
      encoder.put(UInt32(0))
      encoder.put(parameters)
    case .auxTrace(let offset, let reference, let index, let thread, let cpu, let data):
      let padding = (8 - data.count % 8) % 8
      encoder.put([UInt64(data.count + padding), offset, reference])
      for number in [index, thread, cpu, 0] { encoder.put(number) }
      return data + [UInt8](repeating: 0, count: padding)
    case .auxTraceError(
      let type, let code, let cpu, let thread, let instructionPointer, let time, let message):
      for number in [type, code, cpu] { encoder.put(number) }
      encoder.put(thread)
      encoder.put(UInt32(1))
      encoder.put([instructionPointer, time])
      encoder.put(message, in: 64)
    case .threadMap(let entries):
      encoder.put(UInt64(entries.count))
      for entry in entries {
        encoder.put(entry.thread)
        encoder.put(entry.name, in: 16)
      }
    case .cpuMap(let set):
      encoder.put(set)
    case .bpfMetadata(let program, let entries):
      encoder.put(program, in: 512)
      encoder.put(UInt64(entries.count))
      for entry in entries {
        encoder.put(entry.key, in: 64)
        encoder.put(entry.value, in: 256)
      }
    default:
      encodeCounts(into: &encoder)
    }
    return []
  }

  private func encodeCounts(into encoder: inout ByteEncoder) {
    switch self {
    case .statConfiguration(let settings):
      encoder.put(UInt64(settings.count))
      for setting in settings { encoder.put([setting.tag, setting.value]) }
    case .stat(let identifier, let cpu, let thread, let counters):
      encoder.put(identifier)
      encoder.put(cpu)
      encoder.put(thread)
      encoder.put(counters, format: [.timeEnabled, .timeRunning])
    case .statRound(let type, let time):
      encoder.put([type, time])
    case .eventUpdate(let identifier, let news):
      encoder.put(news, identifier: identifier)
    case .timeConversion(let shift, let multiplier, let zero):
      encoder.put([shift, multiplier, zero])
    default:
      break
    }
  }
}

extension ByteEncoder {
  fileprivate mutating func put(_ set: RecordFields.CPUSet) {
    switch set {
    case .list(let numbers):
      put(UInt16(0))
      put(UInt16(clamping: numbers.count))
      for number in numbers { put(number) }
    case .mask(let words):
      put(UInt16(1))
      put(UInt16(clamping: words.count))
      put(UInt16(8))
      // The words stand behind the padding of their structure, at no multiple of eight.
      putZeros(4)
      put(words)
    case .range(let first, let last, let withAny):
      put(UInt16(2))
      put(UInt8(withAny ? 1 : 0))
      put(UInt8(0))
      put(first)
      put(last)
    }
    pad(to: 8)
  }

  fileprivate mutating func put(_ news: RecordFields.EventNews, identifier: UInt64) {
    switch news {
    case .unit(let text):
      put([0, identifier])
      put(terminated: text)
    case .scale(let factor):
      put([1, identifier, factor.bitPattern])
    case .name(let text):
      put([2, identifier])
      put(terminated: text)
    case .cpus(let set):
      put([3, identifier])
      put(set)
    }
  }
}
