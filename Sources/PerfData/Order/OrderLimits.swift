/// How much the sorting of records may keep in memory; tests make it small.
struct OrderLimits: Sendable {
  /// The number of blocks that a recording is divided into.
  var blocks: Int = 1 << 17
  /// The number of bytes after which a new block begins.
  var blockBytes: Int = 1 << 19
  /// The number of stretches that wait for their time.
  var runs: Int = 1 << 17
  /// The number of records that wait in sorted lists.
  var places: Int = 1 << 18
  /// The number of bytes of a transcript that are written in one go.
  var transcriptBytes: Int = 1 << 20
  /// The number of bytes of copies that wait in memory; what is more waits in files.
  var heldBytes: Int = 1 << 25
}
