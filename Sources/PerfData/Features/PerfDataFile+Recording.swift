extension PerfDataFile {
  /// The events with their names, as the recorder described them.
  ///
  /// ``events`` has the names already.
  public var eventDescriptions: [EventDescription]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.eventDescriptions) else { return nil }
      return try EventDescription.array(parsing: &cursor)
    }
  }

  /// The groups of events.
  public var groups: [RecordedGroup]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.groupDescriptions) else { return nil }
      var groups: [RecordedGroup] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 12)) {
        let name = try cursor.readSizedText()
        let leader = Int(try cursor.readUInt32())
        groups.append(
          RecordedGroup(
            name: name == "{anon_group}" ? "" : name, leader: leader,
            count: Int(try cursor.readUInt32())))
      }
      return groups
    }
  }

  /// The PMUs of the machine.
  public var pmuMappings: [PMUMapping]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.pmuMappings) else { return nil }
      var mappings: [PMUMapping] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
        let type = try cursor.readUInt32()
        mappings.append(PMUMapping(type: type, name: try cursor.readSizedText()))
      }
      return mappings
    }
  }

  /// The capabilities of the CPU's PMU.
  public var cpuPMUCapabilities: PMUCapabilities? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.cpuPMUCapabilities) else { return nil }
      return PMUCapabilities(pmu: "", entries: try cursor.readCapabilities())
    }
  }

  /// The capabilities of all PMUs.
  public var pmuCapabilities: [PMUCapabilities]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.pmuCapabilities) else { return nil }
      var all: [PMUCapabilities] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
        let entries = try cursor.readCapabilities()
        all.append(PMUCapabilities(pmu: try cursor.readSizedText(), entries: entries))
      }
      return all
    }
  }

  /// The parameters of the compression.
  public var compression: CompressionParameters? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.compressed) else { return nil }
      try cursor.skip(4)
      let type = try cursor.readUInt32()
      let level = try cursor.readUInt32()
      let ratio = try cursor.readUInt32()
      return CompressionParameters(
        type: type, level: level, ratio: ratio, bufferSize: try cursor.readUInt32())
    }
  }

  /// The version of the directory format; 1 has the records in several files.
  public var directoryVersion: UInt64? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.directoryFormat) else { return nil }
      return try cursor.readUInt64()
    }
  }
}

extension ByteCursor {
  @_lifetime(self: copy self)
  fileprivate mutating func readCapabilities() throws(PerfDataError) -> [PMUCapabilities.Entry] {
    var entries: [PMUCapabilities.Entry] = []
    for _ in 0..<(try readCount32(elementSize: 8)) {
      let name = try readSizedText()
      entries.append(PMUCapabilities.Entry(name: name, value: try readSizedText()))
    }
    return entries
  }
}
