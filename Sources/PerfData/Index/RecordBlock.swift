/// What is known of some records that stand one behind the other.
struct RecordBlock: BitwiseCopyable, Hashable, Sendable {
  /// What the block may hold.
  struct Contents: OptionSet, BitwiseCopyable, Hashable, Sendable {
    let rawValue: UInt32

    /// The times never go back within the block.
    static let ascending: Contents = Contents(rawValue: 1)
    /// There are records that tell about processes, the kernel or the recording.
    static let metadata: Contents = Contents(rawValue: 2)
    /// There are records that tell no CPU.
    static let withoutCPU: Contents = Contents(rawValue: 4)
  }

  /// Where the first record and the end lie, in the file or the transcript.
  var start: Int
  var end: Int
  /// The least and the largest time by which its records are sorted.
  var least: UInt64
  var greatest: UInt64
  /// The largest time in front of it in the file.
  var prior: UInt64
  /// In a transcript, where in the file the first record comes from.
  var piece: UInt64
  /// The CPUs of its records, each as the bit of its number's remainder by 64.
  var cpus: UInt64
  var count: UInt64
  var part: UInt32
  var contents: Contents

  /// Adds the block that follows directly.
  mutating func append(_ next: RecordBlock) {
    let goesOn = greatest <= next.least && next.contents.contains(.ascending)
    if !goesOn { contents.remove(.ascending) }
    contents.formUnion(next.contents.subtracting(.ascending))
    end = next.end
    least = min(least, next.least)
    greatest = max(greatest, next.greatest)
    cpus |= next.cpus
    count += next.count
  }
}
