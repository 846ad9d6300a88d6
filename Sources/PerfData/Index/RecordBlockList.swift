/// Blocks of records as they are found, of a bounded number.
///
/// A block ends where the time goes back and where it gets large. When there are
/// too many, neighbours are joined.
struct RecordBlockList: Sendable {
  /// What the list is told of a record.
  struct Entry {
    /// Where the record lies.
    var start: Int
    var end: Int
    var part: Int
    var piece: UInt64
    /// The time that it tells; 0 when it tells none.
    var time: UInt64
    var cpu: UInt32? = nil
    var isMetadata: Bool = false
  }

  private(set) var blocks: [RecordBlock] = []
  /// The largest time so far.
  var largest: UInt64 = 0
  private let mostBlocks: Int
  let mostBytes: Int
  /// Up to how many bytes neighbours have been joined.
  private var joined: Int = 1 << 12
  /// The last block, to which records are still added.
  var present: RecordBlock = Self.nothing

  /// No record follows on it.
  private static let nothing: RecordBlock = RecordBlock(
    start: -1, end: -1, least: 0, greatest: 0, prior: 0, piece: 0, cpus: 0, count: 0, part: 0,
    contents: [])

  init(_ limits: OrderLimits) {
    mostBlocks = limits.blocks
    mostBytes = limits.blockBytes
  }

  /// Adds the next record of the file.
  @inline(__always)
  mutating func add(_ entry: Entry) {
    let before = largest
    if entry.time > largest { largest = entry.time }
    let time = entry.time == 0 ? largest : entry.time
    let cpu: UInt64 = entry.cpu.map { 1 &<< UInt64($0 & 63) } ?? 0
    var contents: RecordBlock.Contents = entry.cpu == nil ? .withoutCPU : []
    if entry.isMetadata { contents.insert(.metadata) }
    if present.end == entry.start, present.part == UInt32(truncatingIfNeeded: entry.part),
      time >= present.greatest, entry.end &- present.start <= mostBytes
    {
      present.greatest = time
      present.end = entry.end
      present.cpus |= cpu
      present.count &+= 1
      present.contents.formUnion(contents)
    } else {
      finish()
      present = RecordBlock(
        start: entry.start, end: entry.end, least: time, greatest: time, prior: before,
        piece: entry.piece, cpus: cpu, count: 1, part: UInt32(truncatingIfNeeded: entry.part),
        contents: contents.union(.ascending))
    }
  }

  /// Puts the last block to the others.
  @inline(never)
  mutating func finish() {
    if present.count == 0 { return }
    blocks.append(present)
    present = Self.nothing
    if blocks.count >= mostBlocks { join() }
  }

  /// Joins neighbours until the number has fallen by a quarter.
  private mutating func join() {
    let wanted = mostBlocks - mostBlocks / 4
    while blocks.count > wanted && joined < Int.max / 4 {
      var kept = 0
      for index in 1..<max(1, blocks.count) {
        let next = blocks[index]
        let last = blocks[kept]
        if last.end == next.start && last.part == next.part && next.end - last.start <= joined {
          blocks[kept].append(next)
        } else {
          kept += 1
          blocks[kept] = next
        }
      }
      blocks.removeSubrange((kept + 1)...)
      joined *= 2
    }
  }
}
