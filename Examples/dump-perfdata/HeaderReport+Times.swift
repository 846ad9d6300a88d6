import Glibc
import PerfData

/// The lines of the times of the first and the last sample.
func timeLines(_ times: SampleTimes?) -> String {
  guard let times else { return "" }
  let duration = Double(times.last &- times.first) / 1e6
  return """
    # time of first sample : \(seconds(times.first))
    # time of last sample : \(seconds(times.last))
    # sample duration : \(formatted("%10.3f", duration)) ms

    """
}

/// The line of the resolution of the clock.
func clockLine(_ resolution: UInt64?) -> String {
  // perf divides a second by the nanoseconds and calls it a frequency.
  "# clockid frequency: \((resolution ?? 0) &* 1000) MHz\n"
}

/// The lines of the wall clock beside the clock of the records.
func referenceLines(_ data: ClockData?) -> String {
  guard let data else { return "" }
  let names: [UInt32: String] = [
    0: "realtime", 1: "monotonic", 2: "process_cputime_id", 3: "thread_cputime_id",
    4: "monotonic_raw", 7: "boottime", 11: "tai",
  ]
  let name = names[data.clockID] ?? "unknown"
  let billion: UInt64 = 1_000_000_000
  let rest = String(data.clock % billion)
  let clock = "\(data.clock / billion)." + String(repeating: "0", count: 9 - rest.count) + rest
  let wall = "\(date(data.wallClock)) = \(seconds(data.wallClock)) (TOD)"
  return """
    # clockid: \(name) (\(data.clockID))
    # reference time: \(wall) = \(clock) (\(name))

    """
}

/// The lines of the memory of each node.
func memoryLines(_ topology: MemoryTopology?) -> String {
  guard let topology else { return "" }
  let size = hexadecimal(topology.blockSize)
  var text = "# memory nodes (nr \(topology.nodes.count), block size \(size)):\n"
  for node in topology.nodes {
    let count = node.blocks.reduce(0) { $0 + $1.nonzeroBitCount }
    let (bytes, _) = UInt64(count).multipliedReportingOverflow(by: topology.blockSize)
    text += "# \(padded("\(node.number)", 4)) [\(amount(bytes))]: \(ranges(node.blocks))\n"
  }
  return text
}

/// Nanoseconds since 1970 as a local date with six digits behind the second.
private func date(_ nanoseconds: UInt64) -> String {
  var time = time_t(clamping: nanoseconds / 1_000_000_000)
  var parts = unsafe tm()
  guard unsafe localtime_r(&time, &parts) != nil else { return "?" }
  var buffer = [CChar](repeating: 0, count: 64)
  let count = unsafe strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M:%S", &parts)
  let bytes = buffer.prefix(count).map { UInt8(bitPattern: $0) }
  let fraction = seconds(nanoseconds).drop { $0 != "." }
  return String(decoding: bytes, as: UTF8.self) + fraction
}

/// Nanoseconds as seconds with six digits, cut rather than rounded as perf does.
func seconds(_ nanoseconds: UInt64) -> String {
  let rest = String(nanoseconds % 1_000_000_000 / 1000)
  return "\(nanoseconds / 1_000_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
}

private func amount(_ bytes: UInt64) -> String {
  var value = bytes
  var units = "BKMGTP"[...]
  while value >= 1024 && units.count > 1 {
    value /= 1024
    units.removeFirst()
  }
  return "\(value)\(units.first ?? "B")"
}

/// The numbers of the bits that are set, as a list of ranges.
private func ranges(_ words: [UInt64]) -> String {
  var parts: [String] = []
  var start: Int?
  for bit in 0...(words.count * 64) {
    let isSet = bit < words.count * 64 && words[bit / 64] >> UInt64(bit % 64) & 1 != 0
    if isSet {
      start = start ?? bit
    } else if let first = start {
      parts.append(first == bit - 1 ? "\(first)" : "\(first)-\(bit - 1)")
      start = nil
    }
  }
  return parts.joined(separator: ",")
}
