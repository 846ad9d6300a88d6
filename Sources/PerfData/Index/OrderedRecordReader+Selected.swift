internal import PerfEvent

extension OrderedRecordReader {
  /// Moves to the next record in the order of the file.
  @_lifetime(immortal)
  mutating func nextInFile() throws(PerfDataError) -> Record? {
    isEverything ? try scanner.nextUnowned() : try nextSelected()
  }

  /// Moves to the next selected record in the order of the file.
  @_lifetime(immortal)
  mutating func nextSelected() throws(PerfDataError) -> Record? {
    while !isFinished {
      if let record = try scanner.nextUnowned() {
        let time = record.sortingTime
        if time > largest { largest = time }
        if selection.admits(record, time: time == 0 ? largest : time) {
          return record
        }
        continue
      }
      guard let index = schedule.index, index.isSeekable else {
        isFinished = true
        break
      }
      guard let block = nextBlock(of: index) else {
        fault = index.fault(within: selection)
        try finish()
        break
      }
      largest = block.prior
      scanner.move(to: block.start..<block.end, part: Int(block.part), goesOn: false)
    }
    return nil
  }

  /// Finds the next block in the file that may hold selected records.
  @_lifetime(self: copy self)
  private mutating func nextBlock(of index: RecordIndex) -> RecordBlock? {
    while blockIndex < index.blocks.count {
      let block = index.blocks[blockIndex]
      blockIndex += 1
      if selection.admits(block) { return block }
    }
    return nil
  }
}
