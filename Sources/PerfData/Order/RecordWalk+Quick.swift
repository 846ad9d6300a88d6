extension RecordWalk {
  /// A record that was found on the short way.
  @usableFromInline
  struct Step {
    @usableFromInline let start: Int
    @usableFromInline let header: RecordHeader

    @inlinable
    init(start: Int, header: RecordHeader) {
      self.start = start
      self.header = header
    }
  }

  /// Moves to the next record if it is whole, tells its time, and comes before another.
  ///
  /// - Returns: The record; nothing, without a move, when it takes more than a look
  ///   at its header to tell.
  @inlinable
  @inline(__always)
  @_lifetime(self: copy self)
  mutating func step(before bound: UInt64, _ times: borrowing RecordTimes) -> Step? {
    var start = next
    if isListed {
      guard listIndex < list.count else { return nil }
      start = list[listIndex].start
    }
    let left = end &- start
    if left < 8 { return nil }
    // The comparison covers these eight bytes.
    let header = RecordHeader(
      unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self),
      isSwapped: isSwapped)
    guard header.kind < 64 && header.size >= 8 && header.size <= left else { return nil }
    if isListed {
      let place = list[listIndex]
      guard place.time < bound else { return nil }
      listIndex &+= 1
      part = place.part
      time = place.time
    } else {
      let found = times.time(bytes, at: start, kind: header.kind, size: header.size)
      guard found != 0 && found < bound else { return nil }
      if found > largest { largest = found }
      time = found
      next = start &+ header.size
    }
    return Step(start: start, header: header)
  }
}
