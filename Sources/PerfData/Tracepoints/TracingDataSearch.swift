/// A search for tracing data among the records of a file whose header lacks them.
struct TracingDataSearch {
  private let isSwapped: Bool
  /// The pieces so far of a record that its recorder split.
  private var split: [UInt8] = []

  init(isSwapped: Bool) {
    self.isSwapped = isSwapped
  }

  /// Returns the first tracing data in a range; a damaged record ends the search.
  mutating func run(_ bytes: RawSpan, _ range: Range<Int>) -> TracingData? {
    var position = range.lowerBound
    while range.upperBound - position >= 8 {
      let frame: RecordFrame
      do throws(PerfDataError) {
        frame = try RecordFrame(
          bytes, position: position, end: range.upperBound, isSwapped: isSwapped)
      } catch {
        return nil
      }
      let record = bytes.extracting(position..<frame.end)
      if let data = data(frame, record, offset: UInt64(position)) { return data }
      position = frame.end
    }
    return nil
  }

  private mutating func data(
    _ frame: RecordFrame, _ record: RawSpan, offset: UInt64
  ) -> TracingData? {
    switch frame.kind {
    case 66, 32777:
      return TracingDataSearch.data(record, size: frame.size, isSwapped, offset: offset)
    case 32772:
      split += Array(copying: record.extracting(8..<record.byteCount))
    case 32773:
      defer { split = [] }
      let joined = unsafe split.span.bytes
      guard joined.byteCount >= 12 else { return nil }
      let kind = FieldBytes(joined, isSwapped: isSwapped).uint32(0)
      guard kind == 66 || kind == 32777 else { return nil }
      return TracingDataSearch.data(joined, size: joined.byteCount, isSwapped, offset: offset)
    default:
      break
    }
    return nil
  }

  /// Reads the tracing data of a record: behind the smaller ones, within the larger.
  private static func data(
    _ record: RawSpan, size: Int, _ isSwapped: Bool, offset: UInt64
  ) -> TracingData? {
    guard record.byteCount >= 12 else { return nil }
    let start = size <= 16 ? size : 12
    let count = Int(FieldBytes(record, isSwapped: isSwapped).uint32(8))
    let end = start + min(count, record.byteCount - start)
    return TracingData(
      parsing: record.extracting(start..<end), offset: offset + UInt64(start))
  }
}
