extension PerfDataFile {
  /// Tells whether the file has a feature.
  ///
  /// Some features are mere marks without contents: ``HeaderFeature/branchStack``
  /// says that samples have branch stacks, ``HeaderFeature/stat`` that `perf stat`
  /// recorded. A pipe has no such marks.
  ///
  /// - Parameter feature: The kind of information.
  /// - Returns: Whether it is there.
  public func has(_ feature: HeaderFeature) -> Bool {
    features.contains { $0.feature == feature }
  }

  /// The places of the records of pieces of the AUX area; pipes have no such list.
  public var auxTraceIndex: [AuxTraceIndexEntry]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.auxTrace) else { return nil }
      var entries: [AuxTraceIndexEntry] = []
      for _ in 0..<(try cursor.readCount64(elementSize: 16)) {
        let offset = try cursor.readUInt64()
        entries.append(AuxTraceIndexEntry(offset: offset, size: try cursor.readUInt64()))
      }
      return entries
    }
  }

  /// The number of the machine's architecture.
  public var machine: RecordedMachine? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.machineNumber) else { return nil }
      let number = try cursor.readUInt32()
      return RecordedMachine(number: number, flags: try cursor.readUInt32())
    }
  }

  /// The scheduling domains of the CPUs.
  public var cpuDomains: CPUDomainTopology? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.cpuDomainInfo) else { return nil }
      let version = try cursor.readUInt32()
      let domainCount = try cursor.readUInt32()
      var cpus: [CPUDomains] = []
      while cursor.remaining >= 8 {
        let cpu = try cursor.readUInt32()
        var domains: [CPUDomains.Domain] = []
        for _ in 0..<(try cursor.readCount32(elementSize: 12)) {
          let number = try cursor.readUInt32()
          let name = version >= 17 ? try cursor.readSizedText() : ""
          let mask = try cursor.readSizedText()
          domains.append(
            CPUDomains.Domain(
              number: number, name: name, cpuMask: mask, cpus: try cursor.readSizedText()))
        }
        cpus.append(CPUDomains(cpu: cpu, domains: domains))
      }
      return CPUDomainTopology(version: version, domainCount: domainCount, cpus: cpus)
    }
  }
}
