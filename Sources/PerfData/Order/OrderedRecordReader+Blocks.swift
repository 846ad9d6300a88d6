internal import PerfEvent

extension OrderedRecordReader {
  /// Finds the blocks of the recording, from the index or by reading all of it.
  @_lifetime(self: copy self)
  mutating func prepareBlocks() throws(PerfDataError) {
    if let index = schedule.index, index.isSeekable {
      fault = index.fault(within: selection)
      schedule.take(index.blocks, selection)
      return
    }
    var scan = RecordScan(limits, clock, collectsDetails: !isEverything)
    if scan.run(&scanner) {
      fault = selection.reaches(scan.list.largest) ? scan.fault : nil
      schedule.take(scan.list.blocks, selection)
      return
    }
    do throws(PerfDataError) {
      try copyRecords()
    } catch {
      isFinished = true
      throw error
    }
  }

  /// Copies what is asked for to a file of its own, as what is unpacked does not stay.
  @_lifetime(self: copy self)
  private mutating func copyRecords() throws(PerfDataError) {
    scanner.rewind()
    var transcript = try TranscriptFile(limits)
    fault = try transcript.copy(&scanner, selection)
    segments.append(
      RecordSegment(try transcript.finish(), base: 0, isTranscript: true))
    schedule.isTranscript = true
    schedule.take(transcript.list.blocks, RecordSelection())
  }
}

extension RecordSelection {
  /// Whether what follows the largest time of a recording is asked for too.
  func reaches(_ largest: UInt64) -> Bool { largestTime >= largest }
}
