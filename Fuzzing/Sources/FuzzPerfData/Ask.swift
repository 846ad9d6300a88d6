import PerfData

/// Takes a value, so that working it out is not optimised away.
@inline(never)
func ask<Value: Hashable>(_ value: Value?) {
  var hasher = Hasher()
  hasher.combine(value)
  kept = kept &+ hasher.finalize()
}

/// Takes all bytes of a view.
@inline(never)
func ask(_ bytes: RawSpan) {
  for offset in bytes.byteOffsets {
    kept = kept &+ Int(bytes.unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self))
  }
}

/// Takes all numbers of a view.
@inline(never)
func ask(_ values: UInt64View) {
  for index in 0..<values.count { ask(values[index]) }
}

nonisolated(unsafe) private var kept: Int = 0
