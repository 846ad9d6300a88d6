internal import PerfEvent

extension FileContents {
  /// Gives each event the name that the recorder wrote down, or else the one
  /// that its attributes lead to.
  mutating func nameEvents(_ bytes: RawSpan) {
    do throws(PerfDataError) {
      try readDescriptions(bytes)
    } catch {
      faults.append(error)
    }
    let isNameless = events.contains { $0.name.isEmpty && $0.attributes.type == .tracepoint }
    let tracepoints = isNameless ? tracepointNames(bytes) : [:]
    for index in events.indices where events[index].name.isEmpty {
      let attributes = events[index].attributes
      if attributes.type == .tracepoint, let name = tracepoints[attributes.config] {
        events[index].name = name
      } else {
        events[index].name = attributes.impliedName
      }
    }
  }

  private func cursor(_ bytes: RawSpan, _ feature: HeaderFeature) -> (Range<Int>, UInt64)? {
    guard let found = features.first(where: { $0.feature == feature }),
      let range = found.section.range(within: bytes.byteCount)
    else { return nil }
    return (range, found.section.offset)
  }

  private mutating func readDescriptions(_ bytes: RawSpan) throws(PerfDataError) {
    guard let (range, base) = cursor(bytes, .eventDescriptions) else { return }
    var cursor = ByteCursor(
      bytes.extracting(range), byteOrder: header.byteOrder, subject: "event descriptions",
      base: base)
    apply(try EventDescription.array(parsing: &cursor))
  }

  /// Takes what the recorder wrote down about the events, in their order.
  mutating func apply(_ descriptions: [EventDescription]) {
    for (index, description) in descriptions.enumerated() where index < events.count {
      if events[index].name.isEmpty { events[index].name = description.name }
      // Pipes give the identifiers only here.
      if events[index].identifiers.isEmpty { events[index].identifiers = description.identifiers }
    }
  }

  private func tracepointNames(_ bytes: RawSpan) -> [UInt64: String] {
    guard let (range, base) = cursor(bytes, .tracingData) else { return [:] }
    let data = TracingData(parsing: bytes.extracting(range), offset: base)
    return Dictionary(data.formats.map { ($0.id, $0.fullName) }) { first, _ in first }
  }
}
