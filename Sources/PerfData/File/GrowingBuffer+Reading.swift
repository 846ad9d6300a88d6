internal import PerfEvent

extension GrowingBuffer {
  /// Reads to the end, or until there are so many bytes: a regular file from its
  /// begin, anything else from where it is.
  mutating func fill(
    from descriptor: Int32, isRegular: Bool, upTo most: Int
  ) throws(Errno) {
    while count < most {
      try makeRoom(from: 1 << 16, upTo: most)
      let offset = isRegular ? count : nil
      let more = unsafe try append { room throws(Errno) in
        unsafe try SystemCalls.read(descriptor, at: offset, into: room)
      }
      if more == 0 { return }
    }
  }
}
