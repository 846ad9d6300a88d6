extension RecordReader {
  /// Adds records that follow each other in ascending time to the last block of a
  /// list, as long as there is nothing else to be done for them.
  ///
  /// It stops in front of anything out of the ordinary, which ``next()`` then meets.
  @_lifetime(self: copy self)
  mutating func skip(into list: inout RecordBlockList, _ clock: borrowing RecordTimes) {
    let limit = min(end, list.present.start &+ list.mostBytes)
    repeat {
      list.present.greatest = skipAscending(
        from: list.present.greatest, upTo: limit, clock, &list.present.count)
      list.largest = max(list.largest, list.present.greatest)
      guard skipMark(upTo: limit) else { break }
      list.present.count &+= 1
      list.present.greatest = list.largest
    } while true
    list.present.end = position
  }

  /// Moves over whole records of the kernel that are not earlier than those before.
  ///
  /// - Parameters:
  ///   - time: The least time that the next one may have.
  ///   - limit: Where they end at the latest.
  ///   - clock: Finds the times.
  ///   - count: Is raised by the number of records.
  /// - Returns: The time of the last one; without any, the given one.
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func skipAscending(
    from time: UInt64, upTo limit: Int, _ clock: borrowing RecordTimes, _ count: inout UInt64
  ) -> UInt64 {
    var last = time
    var position = position
    while limit &- position >= 8 {
      // The comparison covers these eight bytes.
      let header = RecordHeader(
        unsafe window.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self),
        isSwapped: isSwapped)
      guard header.kind < 64 && header.size >= 8 && header.size <= limit &- position else { break }
      let next = clock.time(window, at: position, kind: header.kind, size: header.size)
      if next < last { break }
      last = next
      position &+= header.size
      count &+= 1
    }
    self.position = position
    return last
  }

  /// Moves over the mark of a round, of which there are many.
  @inline(__always)
  @_lifetime(self: copy self)
  private mutating func skipMark(upTo limit: Int) -> Bool {
    let left = limit &- position
    guard left >= 8 else { return false }
    let header = RecordHeader(
      unsafe window.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self),
      isSwapped: isSwapped)
    guard header.kind == RecordKind.finishedRound.rawValue, header.size >= 8, header.size <= left
    else { return false }
    position &+= header.size
    return true
  }
}
