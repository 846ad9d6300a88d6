/// Records of Android's recorder that are too large for one and stand in slices.
struct SplitRecords {
  /// The bytes of the record that was joined last.
  private(set) var joined: [UInt8] = []
  /// The slices in front of this position make up no record.
  ///
  /// It keeps a file of nothing but slices from being searched again for each.
  private var unpairedEnd: Int = 0

  /// Lets positions count in other bytes from now on.
  mutating func forgetUnpaired() {
    unpairedEnd = 0
  }

  /// Joins the slices from a position on up to the mark behind them.
  ///
  /// What is joined are bytes that are there; no number of the file decides on
  /// their size.
  ///
  /// - Returns: The position behind the mark, or nothing when there is no mark or
  ///   the slices do not make up exactly one record.
  mutating func join(
    _ window: RawSpan, from start: Int, to end: Int, isSwapped: Bool
  ) -> Int? {
    guard start >= unpairedEnd else { return nil }
    var bodies: [Range<Int>] = []
    var position = start
    while let frame = SplitRecords.frame(window, at: position, end: end, isSwapped: isSwapped) {
      switch RecordKind(rawValue: frame.kind) {
      case .simpleperfSplit:
        bodies.append((position + 8)..<frame.end)
        position = frame.end
        continue
      case .simpleperfSplitEnd:
        guard gather(bodies, of: window, isSwapped: isSwapped) else { break }
        return frame.end
      default:
        break
      }
      break
    }
    unpairedEnd = position
    return nil
  }

  /// Copies the slices together if they are one record.
  private mutating func gather(
    _ bodies: [Range<Int>], of window: RawSpan, isSwapped: Bool
  ) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(bodies.reduce(0) { $0 + $1.count })
    for body in bodies { bytes += [UInt8](copying: window.extracting(body)) }
    let span = unsafe bytes.span.bytes
    let frame = SplitRecords.frame(span, at: 0, end: bytes.count, isSwapped: isSwapped)
    guard let frame, frame.end == bytes.count,
      frame.kind != RecordKind.simpleperfSplit.rawValue
    else { return false }
    joined = bytes
    return true
  }

  private static func frame(
    _ bytes: RawSpan, at position: Int, end: Int, isSwapped: Bool
  ) -> RecordFrame? {
    guard end - position >= 8 else { return nil }
    do throws(PerfDataError) {
      return try RecordFrame(bytes, position: position, end: end, isSwapped: isSwapped)
    } catch {
      return nil
    }
  }
}
