public import PerfData
internal import PerfEvent

extension TracepointPrinter {
  /// Returns a copy of the text of a sample of a file.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - file: The file whose tracing data the printer has.
  /// - Returns: The text; nothing when the event is no tracepoint, or its format or
  ///   the raw data are not there.
  public mutating func string(
    of sample: borrowing Sample, in file: borrowing PerfDataFile
  ) -> String? {
    let index = sample.eventIndex
    guard let raw = sample.rawData, file.events.indices.contains(index),
      file.events[index].attributes.type == .tracepoint
    else { return nil }
    return string(id: file.events[index].attributes.config, raw: raw)
  }
}
