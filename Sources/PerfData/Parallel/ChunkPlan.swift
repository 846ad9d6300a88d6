/// The chunks of a recording: records that begin in the same stretch of bytes.
///
/// Where the stretches begin follows from the sizes of the files alone. Which
/// record is the first of one is known when that in front of it has been gone
/// through; until then it can be guessed.
struct ChunkPlan: Sendable {
  /// The bytes in which the records of a chunk begin.
  struct Stretch: Equatable, Sendable {
    var part: Int
    var range: Range<Int>
    /// Whether it begins with a record, as the first of a part does.
    var isFirst: Bool
    /// Whether it goes to the end of its part.
    var isLast: Bool
  }

  private let recording: RecordingBytes
  private let size: Int
  /// The number of chunks in front of each part, and of all.
  private let before: [Int]

  init(_ recording: RecordingBytes, size: Int) {
    self.recording = recording
    self.size = size
    var before = [0]
    for part in 0...recording.parts.count {
      let bytes = recording.range(of: part).count
      before.append((before.last ?? 0) + max(1, (bytes + size - 1) / size))
    }
    self.before = before
  }

  var count: Int { before.last ?? 0 }

  subscript(_ index: Int) -> Stretch {
    var (low, high) = (0, before.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if before[middle] <= index { low = middle } else { high = middle }
    }
    let bytes = recording.range(of: low)
    let start = bytes.lowerBound + (index - before[low]) * size
    let isLast = index + 1 == before[low + 1]
    return Stretch(
      part: low, range: start..<(isLast ? bytes.upperBound : start + size),
      isFirst: index == before[low], isLast: isLast)
  }
}
