extension RecordIndex {
  /// `PERFIDX` and the version of the form.
  private static let magic: UInt64 = 0x3158_4449_4652_4550
  private static let wordsPerBlock: Int = 10

  /// The index as it stands in a side file: words of eight bytes, the lowest first.
  ///
  /// They are the magic number, the identity of the recording, what the index is
  /// like, the blocks, and a checksum of it all.
  var bytes: [UInt8] {
    var words: [UInt64] = [Self.magic, UInt64(identity.files.count)]
    words += identity.files
    words += [identity.checksum, (isSeekable ? 1 : 0) | (fault == nil ? 0 : 2)]
    words.append(UInt64(blocks.count))
    for block in blocks {
      words += [UInt64(block.start), UInt64(block.end), block.least, block.greatest, block.prior]
      words += [block.piece, block.cpus, block.count, UInt64(block.part)]
      words.append(UInt64(block.contents.rawValue))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * words.count + 8)
    for word in words {
      unsafe withUnsafeBytes(of: word.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    var sum = Checksum()
    unsafe sum.add(bytes.span.bytes)
    unsafe withUnsafeBytes(of: sum.value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Reads an index; nothing when it is damaged, or that of another recording.
  init?(parsing bytes: RawSpan, of file: borrowing PerfDataFile) {
    let identity = RecordingIdentity(file)
    let count = bytes.byteCount / 8
    let head = 5 + identity.files.count
    guard bytes.byteCount % 8 == 0, count > head else { return nil }
    var sum = Checksum()
    sum.add(bytes.extracting(0..<(8 * (count - 1))))
    let words = UInt64View(bytes: bytes, isSwapped: UInt64(littleEndian: 1) != 1)
    guard words[0] == Self.magic, words[count - 1] == sum.value,
      words[1] == UInt64(identity.files.count),
      identity.files.indices.allSatisfy({ words[2 + $0] == identity.files[$0] }),
      words[head - 3] == identity.checksum
    else { return nil }
    let flags = words[head - 2]
    let room = (count - 1 - head) / Self.wordsPerBlock
    guard words[head - 1] == UInt64(room), head + room * Self.wordsPerBlock + 1 == count
    else { return nil }
    var blocks: [RecordBlock] = []
    blocks.reserveCapacity(room)
    for index in 0..<room {
      guard let block = RecordBlock(words, at: head + index * Self.wordsPerBlock) else {
        return nil
      }
      blocks.append(block)
    }
    let recording = RecordingBytes(file, EventTable(file.events))
    guard Self.areInOrder(blocks, recording) else { return nil }
    var fault: PerfDataError?
    if flags & 2 != 0 {
      // The error itself is found again where the blocks end.
      guard let found = Self.fault(behind: blocks.last, recording) else { return nil }
      fault = found
    }
    self.init(blocks: blocks, isSeekable: flags & 1 != 0, fault: fault, identity: identity)
  }

  /// Whether each block lies in its file, and behind those in front of it.
  private static func areInOrder(_ blocks: [RecordBlock], _ recording: RecordingBytes) -> Bool {
    var (part, end) = (0, 0)
    for block in blocks {
      guard Int(block.part) >= part, Int(block.part) <= recording.parts.count else { return false }
      let range = recording.range(of: Int(block.part))
      if Int(block.part) > part { (part, end) = (Int(block.part), 0) }
      guard block.start >= max(end, range.lowerBound), block.start < block.end,
        block.end <= range.upperBound, block.least <= block.greatest
      else { return false }
      end = block.end
    }
    return true
  }

  /// What a reader meets directly behind a block.
  private static func fault(
    behind block: RecordBlock?, _ recording: RecordingBytes
  ) -> PerfDataError? {
    var reader = RecordReader(recording)
    if let block {
      let part = Int(block.part)
      reader.move(to: block.end..<recording.range(of: part).upperBound, part: part, goesOn: true)
    }
    do throws(PerfDataError) {
      _ = try reader.next()
      return nil
    } catch {
      return error
    }
  }
}

extension RecordBlock {
  /// Reads a block from words; nothing when its numbers are impossible.
  fileprivate init?(_ words: borrowing UInt64View, at first: Int) {
    guard let start = Int(exactly: words[first]), let end = Int(exactly: words[first + 1]),
      let part = UInt32(exactly: words[first + 8]),
      let contents = UInt32(exactly: words[first + 9])
    else { return nil }
    self.init(
      start: start, end: end, least: words[first + 2], greatest: words[first + 3],
      prior: words[first + 4], piece: words[first + 5], cpus: words[first + 6],
      count: words[first + 7], part: part, contents: Contents(rawValue: contents))
  }
}
