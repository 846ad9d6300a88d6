import CFuzzer

/// Changes to the parts of a recording.
struct Mutation {
  /// Records of inputs seen before, for splicing.
  nonisolated(unsafe) private static var pool: [[UInt8]] = []
  private static let kinds: [UInt64] =
    Array(1...22) + Array(64...86) + Array(32769...32778) + [9, 9, 9, 9, 0, 23, 200]

  var parts: Parts
  var chance: Chance
  private var isBig: Bool { parts.isBig }

  /// Changes one thing.
  mutating func apply() {
    switch chance.below(20) {
    case 0...7: changeRecord()
    case 8...11: changeRecords()
    case 12...15: changeEvents()
    case 16...17: changeFeatures()
    case 18: parts.isPipe.toggle()
    default: pack()
    }
  }

  // MARK: Within a record

  private mutating func changeRecord() {
    let index = chance.below(parts.records.count)
    guard parts.records.indices.contains(index), parts.records[index].count >= 8 else {
      return changeRecords()
    }
    var record = parts.records[index]
    let size = record.count
    switch chance.below(10) {
    case 0:
      record.put(chance.element(of: Self.kinds) ?? 9, at: 0, width: 4, isBig: isBig)
    case 1:
      let misc = record.number(at: 4, width: 2, isBig: isBig)
      record.put(misc ^ 1 << UInt64(chance.below(16)), at: 4, width: 2, isBig: isBig)
    case 2...5:
      let width = [2, 4, 8, 8, 8][chance.below(5)]
      let offset = 8 + chance.below((size - 8) / width) * width
      if chance.oneIn(3) {
        let other = 8 + chance.below(size / 8) * 8
        record.put(
          record.number(at: other, width: width, isBig: isBig), at: offset, width: width,
          isBig: isBig)
      } else if chance.oneIn(3) {
        let old = record.number(at: offset, width: width, isBig: isBig)
        record.put(old &+ chance.number() % 17 &- 8, at: offset, width: width, isBig: isBig)
      } else {
        record.put(chance.edge(near: size - offset), at: offset, width: width, isBig: isBig)
      }
    case 6:
      let count = 8 * (1 + chance.below(4))
      record.insert(
        contentsOf: repeatElement(UInt8(truncatingIfNeeded: chance.number()), count: count),
        at: 8 + chance.below(size - 7))
      fixSize(of: &record)
    case 7:
      let run = chance.run(in: size - 8, atMost: 32)
      record.removeSubrange((8 + run.lowerBound)..<(8 + run.upperBound))
      fixSize(of: &record)
    case 8:
      record.put(chance.edge(near: size), at: 6, width: 2, isBig: isBig)
    default:
      record = Array(record.prefix(8)) + mutated(Array(record.dropFirst(8)))
      fixSize(of: &record)
    }
    parts.records[index] = record
  }

  private func fixSize(of record: inout [UInt8]) {
    record.put(UInt64(min(record.count, 0xffff)), at: 6, width: 2, isBig: isBig)
  }

  /// Leaves a change to the fuzzer.
  private mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    let most = bytes.count + 64
    var room = bytes + [UInt8](repeating: 0, count: 64)
    let count = room.withUnsafeMutableBufferPointer {
      LLVMFuzzerMutate($0.baseAddress, bytes.count, most)
    }
    return Array(room.prefix(min(count, most)))
  }

  // MARK: Among records

  private mutating func changeRecords() {
    if let record = chance.element(of: parts.records), record.count < 1024 {
      if Self.pool.count < 1024 {
        Self.pool.append(record)
      } else {
        Self.pool[chance.below(Self.pool.count)] = record
      }
    }
    let count = parts.records.count
    let place = chance.below(count + 1)
    switch chance.below(8) {
    case 0: parts.records.insert(contentsOf: parts.records[run(4)], at: place)
    case 1: parts.records.removeSubrange(run(8))
    case 2 where count > 1: parts.records.swapAt(chance.below(count), chance.below(count))
    case 3:
      let moved = parts.records[run(8)]
      parts.records.removeSubrange(moved.indices)
      parts.records.insert(contentsOf: moved, at: min(place, parts.records.count))
    case 4: parts.records.insert(parts.record(68, []), at: place)
    case 5:
      let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: chance.number()), count: 5)
      parts.records.insert(bytes, at: place)
    case 6: parts.rest = chance.oneIn(2) ? [] : Array(parts.records.last?.dropLast(3) ?? [])
    default:
      if let other = chance.element(of: Self.pool) { parts.records.insert(other, at: place) }
    }
  }

  private mutating func run(_ most: Int) -> Range<Int> {
    parts.records.isEmpty ? 0..<0 : chance.run(in: parts.records.count, atMost: most)
  }

  // MARK: Events

  /// Where the numbers of `perf_event_attr` lie, with their widths.
  private static let attributeFields: [(offset: Int, width: Int)] = [
    (0, 4), (4, 4), (8, 8), (16, 8), (24, 8), (24, 8), (24, 8), (32, 8), (32, 8), (40, 8), (40, 8),
    (48, 4), (52, 4), (56, 8), (64, 8), (72, 8), (80, 8), (88, 4), (92, 4), (96, 8), (104, 4),
    (108, 2), (112, 4), (120, 8),
  ]

  private mutating func changeEvents() {
    let index = chance.below(parts.events.count)
    guard parts.events.indices.contains(index) else { return changeRecords() }
    switch chance.below(8) {
    case 0:
      var copy = parts.events[index]
      copy.identifiers = .number(UInt64(chance.below(8)), width: 8, isBig: isBig)
      parts.events.append(copy)
    case 1: parts.events.remove(at: index)
    case 2:
      let offset = 8 * chance.below(parts.events[index].identifiers.count / 8)
      parts.events[index].identifiers.put(
        UInt64(chance.below(8)), at: offset, width: 8, isBig: isBig)
    case 3...5:
      let field = Self.attributeFields[chance.below(Self.attributeFields.count)]
      let old = parts.events[index].attributes.number(
        at: field.offset, width: field.width, isBig: isBig)
      let flipped = old ^ 1 << UInt64(chance.below(8 * field.width))
      parts.events[index].attributes.put(
        chance.oneIn(4) ? chance.edge(near: 8) : flipped, at: field.offset, width: field.width,
        isBig: isBig)
    default: toggleField(of: index)
    }
  }

  /// The fields of eight bytes in front of those of varying length, in their order.
  private static let fixedFields: [UInt64] = [16, 0, 1, 2, 3, 6, 9, 7, 8]
  /// Those of them that trailers have too, in their order there.
  private static let trailerFields: [UInt64] = [1, 2, 6, 9, 7, 16]

  /// Adds a field to all samples of the recording, or takes it away.
  private mutating func toggleField(of index: Int) {
    let place = chance.below(Self.fixedFields.count)
    let bit = Self.fixedFields[place]
    let old = parts.events[index].attributes.number(at: 24, width: 8, isBig: isBig)
    let isAdded = old & 1 << bit == 0
    for event in parts.events.indices {
      let fields = parts.events[event].attributes.number(at: 24, width: 8, isBig: isBig)
      parts.events[event].attributes.put(
        isAdded ? fields | 1 << bit : fields & ~(1 << bit), at: 24, width: 8, isBig: isBig)
    }
    let offset = 8 + 8 * Self.fixedFields[..<place].count { old & 1 << $0 != 0 }
    let inTrailer = Self.trailerFields.firstIndex(of: bit).map { position in
      8 * Self.trailerFields[(position + 1)...].count { old & 1 << $0 != 0 }
    }
    for record in parts.records.indices {
      let kind = parts.records[record].number(at: 0, width: 4, isBig: isBig)
      let count = parts.records[record].count
      let start: Int
      if kind == 9 {
        start = offset
      } else if kind < 64, let inTrailer {
        start = count - inTrailer - (isAdded ? 0 : 8)
      } else {
        continue
      }
      guard start >= 8, start + (isAdded ? 0 : 8) <= count else { continue }
      if isAdded {
        let value = [UInt8].number(UInt64(chance.below(8)), width: 8, isBig: isBig)
        parts.records[record].insert(contentsOf: value, at: start)
      } else {
        parts.records[record].removeSubrange(start..<(start + 8))
      }
      fixSize(of: &parts.records[record])
    }
  }

  // MARK: Features

  private mutating func changeFeatures() {
    let index = chance.below(parts.features.count)
    guard parts.features.indices.contains(index), !chance.oneIn(8) else {
      let number = chance.oneIn(4) ? 128 + chance.below(7) : chance.below(36)
      let contents = chance.element(of: parts.features)?.contents ?? []
      parts.features.append(Parts.Feature(number: number, contents: contents))
      return
    }
    let count = parts.features[index].contents.count
    switch chance.below(5) {
    case 0: parts.features.remove(at: index)
    case 1: parts.features[index].number = chance.below(36)
    case 2:
      let width = chance.oneIn(2) ? 4 : 8
      parts.features[index].contents.put(
        chance.edge(near: count), at: chance.below(count / 4) * 4, width: width, isBig: isBig)
    case 3: parts.features[index].contents.removeLast(chance.below(count + 1))
    default: parts.features[index].contents = mutated(parts.features[index].contents)
    }
  }

  // MARK: Records within records

  /// Puts records into a compressed one, which may be damaged, or into slices.
  private mutating func pack() {
    let range = run(8)
    let bytes = parts.records[range].flatMap { $0 }
    guard !bytes.isEmpty, bytes.count < 60_000 else { return }
    var packed: [[UInt8]] = []
    if chance.oneIn(3) {
      let cut = chance.below(bytes.count)
      packed = [
        parts.record(32772, Array(bytes[..<cut])), parts.record(32772, Array(bytes[cut...])),
        parts.record(32773, []),
      ]
    } else {
      // A cut in the middle lets a record go on in the next piece.
      let cut = chance.oneIn(2) ? bytes.count : chance.below(bytes.count)
      for piece in [Array(bytes[..<cut]), Array(bytes[cut...])] where !piece.isEmpty {
        let frame = Self.frame(piece)
        let count = [UInt8].number(UInt64(frame.count), width: 8, isBig: isBig)
        packed.append(
          chance.oneIn(2) ? parts.record(81, frame) : parts.record(83, count + frame))
      }
    }
    parts.records.replaceSubrange(range, with: packed)
  }

  /// A frame of zstd with one block that is stored as it is.
  private static func frame(_ bytes: [UInt8]) -> [UInt8] {
    let head: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]
    let size = UInt64(bytes.count) << 3 | 1
    return head + .number(size, width: 3, isBig: false) + bytes
  }
}
