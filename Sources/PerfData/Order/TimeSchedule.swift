/// Which blocks the order of time opens, and when.
struct TimeSchedule {
  /// What the caller knows of the recording.
  var index: RecordIndex?
  /// Whether the blocks have been found.
  var isReady: Bool = false
  /// Whether the blocks lie in a transcript, the last segment, and not in files.
  var isTranscript: Bool = false
  /// Records in front of this time may be handed out: no block holds earlier ones
  /// that has not been opened.
  var bound: UInt64 = 0
  private(set) var blocks: [RecordBlock] = []
  /// The blocks by their least time.
  private var opening: [Int32] = []
  private var nextOpening: Int = 0

  /// Takes the blocks that may hold what is asked for.
  mutating func take(_ found: [RecordBlock], _ selection: RecordSelection) {
    blocks = selection.isEverything ? found : found.filter { selection.admits($0) }
    opening = blocks.indices.map { Int32(truncatingIfNeeded: $0) }
    let blocks = blocks
    opening.sort { (blocks[Int($0)].least, $0) < (blocks[Int($1)].least, $1) }
    isReady = true
  }

  /// Begins again with all blocks.
  mutating func restart() {
    nextOpening = 0
    bound = 0
  }

  /// The least time of a block that has not been opened; nothing when all were.
  @inline(__always)
  var leastTime: UInt64? {
    nextOpening < opening.count ? blocks[Int(opening[nextOpening])].least : nil
  }

  /// Returns the next block that has not been opened.
  mutating func popFirst() -> RecordBlock? {
    guard nextOpening < opening.count else { return nil }
    nextOpening += 1
    return blocks[Int(opening[nextOpening - 1])]
  }
}
