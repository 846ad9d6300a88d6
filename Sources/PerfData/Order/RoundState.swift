/// What the order of rounds remembers between steps.
struct RoundState {
  /// Whether anything is sorted at all.
  var isSorting: Bool = true
  /// Whether waiting records up to the bound are being handed out.
  var isFlushing: Bool = false
  var bound: UInt64 = 0
  /// The bound of the next mark: the largest time that waits at this one.
  var nextBound: UInt64 = 0
  /// The time of the last record that was handed out from the queue.
  var lastTime: UInt64 = 0
  /// The largest time that has waited since nothing did.
  var largestWaiting: UInt64 = 0
  /// The largest time so far.
  var largest: UInt64 = 0
  var isAtEnd: Bool = false
  /// The number of stretches that were skipped as damaged.
  var gaps: Int = 0
  /// The stretch that is being read, and the time of its last record.
  var open: RecordRun = .none
  var openLast: UInt64 = 0
  var isOpen: Bool = false
  /// Whether records are copied, since what is unpacked does not stay.
  var copies: Bool = false
  var transcript: TranscriptWriter = TranscriptWriter()
  /// The number of bytes of earlier transcripts that are still in memory.
  var heldBytes: Int = 0
  /// Where the transcript begins; behind all files.
  var transcriptBase: Int = 1 << 61
  /// The stretches of the transcript that has not become a segment yet.
  var transcriptRuns: [RecordRun] = []
}
