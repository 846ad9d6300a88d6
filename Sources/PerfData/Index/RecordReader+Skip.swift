extension RecordReader {
  /// Adds records that follow each other in ascending time to the last block of a
  /// list, as long as there is nothing else to be done for them.
  ///
  /// It stops in front of anything out of the ordinary, which ``next()`` then meets.
  @_lifetime(self: copy self)
  mutating func skip(into list: inout RecordBlockList, _ clock: borrowing RecordTimes) {
    var (greatest, count, largest) = (list.present.greatest, UInt64(0), list.largest)
    var position = position
    let limit = min(end, list.present.start &+ list.mostBytes)
    while limit &- position >= 8 {
      let stored = unsafe window.unsafeLoadUnaligned(
        fromUncheckedByteOffset: position, as: UInt64.self)
      let header = isSwapped ? stored.byteSwapped : stored
      let kind = UInt32(truncatingIfNeeded: isSwapped ? header &>> 32 : header)
      let size = Int(isSwapped ? header & 0xffff : header &>> 48)
      guard size >= 8 && size <= limit &- position else { break }
      if kind < 64 {
        let time = clock.time(window, at: position, kind: kind, size: size)
        if time < greatest { break }
        greatest = time
        if time > largest { largest = time }
      } else {
        // Marks of rounds are many.
        guard kind == 68 else { break }
        greatest = largest
      }
      position &+= size
      count &+= 1
    }
    self.position = position
    list.present.end = position
    list.present.greatest = greatest
    list.present.count &+= count
    list.largest = largest
  }
}
