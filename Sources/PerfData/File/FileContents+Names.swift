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
    events = named(isNameless ? tracingData(bytes) : nil)
  }

  /// The events, those without a name under the one that other parts of the recording give.
  ///
  /// - Parameter tracingData: The formats of the tracepoints, if they are known.
  /// - Returns: All events, in their order.
  func named(_ tracingData: TracingData?) -> [RecordedEvent] {
    let oldNames = self.oldNames
    return events.map { event in
      guard event.name.isEmpty else { return event }
      var event = event
      let attributes = event.attributes
      if let name = oldNames[attributes.config] {
        event.name = name
      } else if attributes.type == .tracepoint, let format = tracingData?[attributes.config] {
        event.name = format.fullName
      } else {
        event.name = attributes.impliedName
      }
      return event
    }
  }

  /// The names that the oldest recorders wrote down by the configuration alone.
  ///
  /// Where events of different types share it, the name may be that of another.
  private var oldNames: [UInt64: String] {
    if typeNames.isEmpty { return [:] }
    var names = typeNames
    var types: [UInt64: EventType] = [:]
    for event in events {
      let attributes = event.attributes
      let known = types.updateValue(attributes.type, forKey: attributes.config)
      if let known, known != attributes.type { names[attributes.config] = nil }
    }
    return names
  }

  /// Takes the names from the section that old files have.
  mutating func readEventTypes(_ bytes: RawSpan) {
    guard let range = header.eventTypes.range(within: bytes.byteCount) else { return }
    var cursor = ByteCursor(
      bytes.extracting(range), byteOrder: header.byteOrder, subject: "event names",
      base: header.eventTypes.offset)
    do throws(PerfDataError) {
      for type in try EventTypeName.array(parsing: &cursor) where !type.name.isEmpty {
        typeNames[type.identifier] = type.name
      }
    } catch {
      faults.append(error)
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

  private func tracingData(_ bytes: RawSpan) -> TracingData? {
    guard let (range, base) = cursor(bytes, .tracingData) else { return nil }
    return TracingData(parsing: bytes.extracting(range), offset: base)
  }
}
