internal import PerfEvent

extension SampleWalker {
  /// Skips the values of an event or a group.
  @_lifetime(self: copy self)
  mutating func skipReadValues(_ format: ReadFormat) {
    var perValue = 8
    if format.contains(.id) { perValue += 8 }
    if format.contains(.lost) { perValue += 8 }
    var times = 0
    if format.contains(.timeEnabled) { times += 8 }
    if format.contains(.timeRunning) { times += 8 }
    if format.contains(.group) {
      let count = readCount(elementSize: perValue)
      skip(times)
      skip(count * perValue)
    } else {
      skip(times + perValue)
    }
  }

  /// Skips a branch stack.
  @_lifetime(self: copy self)
  mutating func skipBranches(_ form: BranchForm) {
    let size = form.contains(.counters) ? 32 : 24
    let count = readCount(elementSize: size)
    if form.contains(.hardwareIndex) { skip(8) }
    skip(count * size)
  }

  /// Skips registers: the ABI, and if it is not none, a word for each bit of the mask.
  @_lifetime(self: copy self)
  mutating func skipRegisters(_ mask: UInt64) {
    if readUInt64() != 0 { skip(8 * mask.nonzeroBitCount) }
  }

  /// Skips the copy of the user stack, behind which its valid size stands.
  @_lifetime(self: copy self)
  mutating func skipStack() {
    let count = readCount(elementSize: 1)
    if count > 0 { skip(count + 8) }
  }
}
