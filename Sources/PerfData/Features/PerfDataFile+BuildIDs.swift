internal import PerfEvent

extension PerfDataFile {
  /// The build identifiers of the files that samples hit, or of all mapped ones.
  ///
  /// Newer recorders leave this out and give build identifiers with the mappings.
  public var buildIDs: [BuildID]? {
    get throws(PerfDataError) {
      guard let identifiers = try readBuildIDs(hasProcess: true) else { return nil }
      // The oldest recorders wrote no process, so that the name of the kernel,
      // which comes first, loses its first letters.
      if identifiers.first?.path == "nel.kallsyms]" {
        return try readBuildIDs(hasProcess: false)
      }
      return identifiers
    }
  }

  private func readBuildIDs(hasProcess: Bool) throws(PerfDataError) -> [BuildID]? {
    guard var cursor = cursor(.buildIDs) else { return nil }
    let start = hasProcess ? 4 : 0
    var identifiers: [BuildID] = []
    while cursor.remaining >= 8 {
      try cursor.skip(4)
      let flags = RecordFlags(rawValue: try cursor.readUInt16())
      let size = Int(try cursor.readUInt16())
      guard size >= 36 else {
        throw cursor.impossible(count: UInt64(size), limit: cursor.remaining)
      }
      let body = FieldBytes(try cursor.readBytes(size - 8), isSwapped: cursor.isSwapped)
      let count = flags.contains(.buildIDSize) ? min(Int(body.uint8(start + 20)), 20) : 20
      identifiers.append(
        BuildID(
          bytes: Array(copying: body.slice(start, count)),
          path: String(nulTerminated: body.suffix(from: start + 24)),
          process: hasProcess ? body.int32(0) : -1, flags: flags))
    }
    return identifiers
  }
}
