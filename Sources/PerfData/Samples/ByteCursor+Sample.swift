internal import PerfEvent

extension ByteCursor {
  /// The position, as samples keep it.
  var place: Int32 { Int32(clamping: position) }

  /// Skips eight bytes and returns where they begin.
  @_lifetime(self: copy self)
  mutating func skipWord() throws(PerfDataError) -> Int32 {
    let start = place
    try skip(8)
    return start
  }

  /// Skips the values of an event or a group.
  @_lifetime(self: copy self)
  mutating func skipReadValues(_ format: ReadFormat) throws(PerfDataError) {
    let shape = ReadShape(format)
    if format.contains(.group) {
      let start = position
      let count = try readUInt64()
      try skip(8 * shape.times)
      let limit = remaining / (8 * shape.perValue)
      guard count <= UInt64(limit) else {
        throw PerfDataError(
          .invalidSize, subject: "group of counts", offset: base &+ UInt64(start), value: count,
          limit: UInt64(limit))
      }
      try skip(Int(count) * 8 * shape.perValue)
    } else {
      try skip(8 * (shape.perValue + shape.times))
    }
  }

  /// Skips a branch stack.
  @_lifetime(self: copy self)
  mutating func skipBranches(_ form: BranchForm) throws(PerfDataError) {
    let count = try readCount64(elementSize: form.contains(.counters) ? 32 : 24)
    if form.contains(.hardwareIndex) { try skip(8) }
    try skip(count * (form.contains(.counters) ? 32 : 24))
  }

  /// Skips registers: the ABI, and if it is not none, a word for each bit of the mask.
  @_lifetime(self: copy self)
  mutating func skipRegisters(_ mask: UInt64) throws(PerfDataError) {
    if try readUInt64() != 0 { try skip(8 * mask.nonzeroBitCount) }
  }
}

/// The number of words that belong to each part of a read.
struct ReadShape {
  /// The words of each value: the value, and its identifier and loss if asked for.
  let perValue: Int
  /// The words of the times.
  let times: Int

  init(_ format: ReadFormat) {
    perValue = 1 + (format.contains(.id) ? 1 : 0) + (format.contains(.lost) ? 1 : 0)
    times = (format.contains(.timeEnabled) ? 1 : 0) + (format.contains(.timeRunning) ? 1 : 0)
  }
}
