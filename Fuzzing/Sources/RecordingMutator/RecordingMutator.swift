import CFuzzer

/// Changes a recording as one who knows the format would; libFuzzer asks for it.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateRecording(
  _ data: UnsafeMutablePointer<UInt8>?, _ size: Int, _ most: Int, _ seed: UInt32
) -> Int {
  var chance = Chance(seed: seed)
  let bytes = Array(UnsafeMutableBufferPointer(start: data, count: size))
  guard !chance.oneIn(5), let parts = Parts(bytes) else {
    return LLVMFuzzerMutate(data, size, most)
  }
  var mutation = Mutation(parts: parts, chance: chance)
  for _ in 0...mutation.chance.below(3) { mutation.apply() }
  var result = mutation.parts.bytes
  if mutation.chance.oneIn(4) { damage(&result, by: &mutation.chance) }
  return give(result, to: data, most)
}

/// Puts records, events or features of one recording into another.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossRecordings(
  _ first: UnsafePointer<UInt8>?, _ firstSize: Int, _ second: UnsafePointer<UInt8>?,
  _ secondSize: Int, _ result: UnsafeMutablePointer<UInt8>?, _ most: Int, _ seed: UInt32
) -> Int {
  var chance = Chance(seed: seed)
  let bytes = Array(UnsafeBufferPointer(start: first, count: firstSize))
  guard var parts = Parts(bytes),
    let other = Parts(Array(UnsafeBufferPointer(start: second, count: secondSize)))
  else { return give(bytes, to: result, most) }
  switch chance.below(4) {
  case 0: parts.events = other.events
  case 1: parts.features += other.features
  default:
    let taken = chance.run(in: other.records.count, atMost: 16)
    if !other.records.isEmpty {
      parts.records.insert(
        contentsOf: other.records[taken], at: chance.below(parts.records.count + 1))
    }
  }
  return give(parts.bytes, to: result, most)
}

/// Breaks what holds the parts together: cuts, a wrong size or place, a swapped number.
private func damage(_ bytes: inout [UInt8], by chance: inout Chance) {
  switch chance.below(4) {
  case 0: bytes.removeLast(chance.below(bytes.count))
  case 1:
    // A number of the header, that of the size of the records among them.
    let offset = 8 * (1 + chance.below(12))
    bytes.put(chance.edge(near: bytes.count), at: offset, width: 8, isBig: bytes[0] == 0x32)
  case 2:
    let offset = 72 + chance.below(32)
    if offset < bytes.count { bytes[offset] ^= 1 << UInt8(chance.below(8)) }
  default:
    let offset = 8 * chance.below(bytes.count / 8)
    let value = bytes.number(at: offset, width: 8, isBig: false)
    bytes.put(value, at: offset, width: 8, isBig: true)
  }
}

private func give(_ bytes: [UInt8], to target: UnsafeMutablePointer<UInt8>?, _ most: Int) -> Int {
  let count = min(bytes.count, most)
  for index in 0..<count { target?[index] = bytes[index] }
  return count
}
