internal import PerfEvent

extension PerfDataFile {
  /// The formats of the tracepoints; nothing when the file has none.
  ///
  /// They are read when they are first asked for, and kept. Where the header has
  /// no such feature and there are tracepoints among the events, the records are
  /// searched for them, as the recorder of Android and pipes have them there.
  public var tracingData: TracingData? {
    tracingDataCache.value { readTracingData() }
  }

  private func readTracingData() -> TracingData? {
    if let found = features.first(where: { $0.feature == .tracingData }),
      let range = found.section.range(within: bytes.byteCount)
    {
      return TracingData(parsing: bytes.extracting(range), offset: found.section.offset)
    }
    guard header.mode == .file, events.contains(where: { $0.attributes.type == .tracepoint })
    else { return nil }
    var search = TracingDataSearch(isSwapped: header.byteOrder != .native)
    return search.run(bytes, dataRange)
  }

  /// Returns the format of the tracepoint that took a sample.
  ///
  /// In a loop over many samples, look the formats up in front of it, by the
  /// configuration of ``events``.
  ///
  /// - Parameter sample: A sample of this file.
  /// - Returns: The format; nothing when the event is no tracepoint or its format
  ///   is not in the file.
  public func tracepointFormat(of sample: borrowing Sample) -> TracepointFormat? {
    tracepointFormat(ofEvent: sample.eventIndex)
  }

  /// Returns the format of an event that is a tracepoint.
  ///
  /// - Parameter index: The position of the event in ``events``.
  /// - Returns: The format; nothing when there is no such event, it is no
  ///   tracepoint, or its format is not in the file.
  public func tracepointFormat(ofEvent index: Int) -> TracepointFormat? {
    guard events.indices.contains(index), events[index].attributes.type == .tracepoint else {
      return nil
    }
    return tracingData?[events[index].attributes.config]
  }

  /// Copies the value of a tracepoint's field out of a sample.
  ///
  /// It looks up the format and the field each time: convenient for a few samples.
  ///
  /// - Parameters:
  ///   - field: The name of the field, such as `prev_comm`.
  ///   - sample: A sample of this file.
  /// - Returns: The value; nothing when the sample has no such field.
  public func value(_ field: String, of sample: borrowing Sample) -> TracepointValue? {
    guard let raw = sample.rawData, let format = tracepointFormat(of: sample) else { return nil }
    return format.value(field, in: raw)
  }
}
