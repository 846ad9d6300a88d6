/// How many bytes the compressed records of a file, or a packed file, may unpack to.
///
/// A few bytes of zstd can stand for thirty thousand times as many, so that reading
/// a small file could take hours. What recorders pack holds times that differ from
/// record to record, and shrinks to a thousandth at most.
struct UnpackingAllowance {
  private static let base: UInt64 = 1 << 26
  private static let ratio: UInt64 = 2048
  private var limit: UInt64 = base
  private var unpacked: UInt64 = 0
  private let subject: String

  /// Creates an allowance.
  ///
  /// - Parameter subject: What is unpacked, for errors.
  init(subject: String = "compressed record") {
    self.subject = subject
  }

  /// Takes note of packed bytes that come next.
  mutating func add(packed count: Int) {
    limit += UInt64(clamping: count) * Self.ratio
  }

  /// Counts what was unpacked.
  ///
  /// - Throws: ``PerfDataError`` when it is too much.
  mutating func add(unpacked count: Int, offset: UInt64) throws(PerfDataError) {
    unpacked += UInt64(clamping: count)
    guard unpacked <= limit else {
      throw PerfDataError(
        .compression, subject: subject, offset: offset, value: unpacked,
        limit: limit,
        detail: "it unpacks to more than \(Self.ratio) times its size, as no recorder packs")
    }
  }
}
