extension PerfDataFile {
  /// The name of the machine.
  public var hostname: String? {
    get throws(PerfDataError) { try text(.hostname) }
  }

  /// The release of the kernel.
  public var osRelease: String? {
    get throws(PerfDataError) { try text(.osRelease) }
  }

  /// The version of the recorder.
  public var perfVersion: String? {
    get throws(PerfDataError) { try text(.perfVersion) }
  }

  /// The architecture of the machine.
  public var architecture: String? {
    get throws(PerfDataError) { try text(.architecture) }
  }

  /// The name of the CPU.
  public var cpuDescription: String? {
    get throws(PerfDataError) { try text(.cpuDescription) }
  }

  /// The identification of the CPU.
  public var cpuID: String? {
    get throws(PerfDataError) { try text(.cpuID) }
  }

  /// The numbers of CPUs.
  public var cpuCounts: CPUCounts? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.cpuCounts) else { return nil }
      let available = try cursor.readUInt32()
      return CPUCounts(available: available, online: try cursor.readUInt32())
    }
  }

  /// The size of the memory in kilobytes of 1024 bytes.
  public var totalMemoryKilobytes: UInt64? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.totalMemory) else { return nil }
      return try cursor.readUInt64()
    }
  }

  /// The command line of the recorder; newer ones write only their own path.
  public var commandLine: [String]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.commandLine) else { return nil }
      return try cursor.readTexts()
    }
  }

  /// The size of a cache line in bytes.
  public var cacheLineSize: UInt32? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.cacheLineSize) else { return nil }
      return try cursor.readUInt32()
    }
  }

  func text(_ feature: HeaderFeature) throws(PerfDataError) -> String? {
    guard var cursor = cursor(feature) else { return nil }
    return try cursor.readSizedText()
  }

  @_lifetime(borrow self)
  borrowing func cursor(_ feature: HeaderFeature) -> ByteCursor? {
    guard let found = features.first(where: { $0.feature == feature }),
      let range = found.section.range(within: bytes.byteCount)
    else { return nil }
    return ByteCursor(
      bytes.extracting(range), byteOrder: header.byteOrder, subject: "header feature",
      base: found.section.offset)
  }
}

extension ByteCursor {
  /// Reads a count of four bytes and as many texts.
  @_lifetime(self: copy self)
  mutating func readTexts() throws(PerfDataError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try readCount32(elementSize: 4)) { texts.append(try readSizedText()) }
    return texts
  }
}
