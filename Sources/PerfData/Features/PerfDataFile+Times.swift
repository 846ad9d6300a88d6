extension PerfDataFile {
  /// The times of the first and the last sample; zeros in a pipe.
  public var sampleTimes: SampleTimes? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.sampleTime) else { return nil }
      let first = try cursor.readUInt64()
      return SampleTimes(first: first, last: try cursor.readUInt64())
    }
  }

  /// The resolution in nanoseconds of the clock that the user chose.
  public var clockResolution: UInt64? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.clockID) else { return nil }
      return try cursor.readUInt64()
    }
  }

  /// The wall clock beside the clock of the records.
  public var clockData: ClockData? {
    get throws(PerfDataError) {
      guard var cursor = cursor(.clockData) else { return nil }
      try cursor.skip(4)
      let clockID = try cursor.readUInt32()
      let wallClock = try cursor.readUInt64()
      return ClockData(clockID: clockID, wallClock: wallClock, clock: try cursor.readUInt64())
    }
  }
}
