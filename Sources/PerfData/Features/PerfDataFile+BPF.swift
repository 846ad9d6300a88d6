extension PerfDataFile {
  /// The BPF programs that were loaded.
  public var bpfPrograms: [BPFProgramInfo]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.bpfProgramInfo) else { return nil }
      var programs: [BPFProgramInfo] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 16)) {
        programs.append(try BPFProgramInfo(parsing: &cursor))
      }
      return programs
    }
  }

  /// The types of the BPF programs.
  public var bpfTypeFormats: [BPFTypeFormat]? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.bpfTypeFormat) else { return nil }
      var formats: [BPFTypeFormat] = []
      for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
        let identifier = try cursor.readUInt32()
        let count = try cursor.readCount32(elementSize: 1)
        formats.append(
          BPFTypeFormat(
            identifier: identifier, bytes: [UInt8](copying: try cursor.readBytes(count))))
      }
      return formats
    }
  }
}
