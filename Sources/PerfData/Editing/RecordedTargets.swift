/// The threads and CPUs that several recordings name as recorded, each once.
struct RecordedTargets {
  /// As many as one record holds.
  private static let mostThreads: Int = (Int(UInt16.max) - 16) / 24
  private static let mostCPUs: Int = (Int(UInt16.max) - 12) / 2
  private var threads: [ThreadMapRecord.Entry] = []
  private var cpus: [UInt16] = []
  private var knownThreads: Set<Int64> = []
  private var knownCPUs: Set<UInt16> = []

  /// Takes what a list names.
  ///
  /// - Parameter record: The next record of a recording.
  /// - Returns: Whether the record is such a list.
  mutating func take(_ record: borrowing Record) -> Bool {
    guard record.kind == .threadMap || record.kind == .cpuMap else { return false }
    switch record.content {
    case .threadMap(let map):
      for index in 0..<map.count {
        let entry = map[index]
        if knownThreads.insert(entry.thread).inserted { threads.append(entry) }
      }
    case .cpuMap(let map):
      for cpu in map.map.cpus {
        // Any CPU has the highest number.
        let number = UInt16(truncatingIfNeeded: cpu)
        if knownCPUs.insert(number).inserted { cpus.append(number) }
      }
    default: return false
    }
    return true
  }

  /// The lists that name all, as far as a record holds them; none if none was taken.
  var records: [RecordFields] {
    var records: [RecordFields] = []
    if !threads.isEmpty { records.append(.threadMap(Array(threads.prefix(Self.mostThreads)))) }
    if !cpus.isEmpty { records.append(.cpuMap(.list(Array(cpus.prefix(Self.mostCPUs))))) }
    return records
  }
}
