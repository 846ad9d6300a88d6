internal import CommandLineSupport
internal import EventCatalog

/// A source as `KIND` or `KIND=PATH`.
struct SourceSpecification {
  let kind: EventSourceKind
  /// The source, nil for those that every catalog has.
  let source: (any EventSource)?

  init(_ text: String) throws(UsageError) {
    let parts: [Substring] = text.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = EventSourceKind(rawValue: String(parts[0])) else {
      let known: String = EventSourceKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("there is no source '\(parts[0])'; there are \(known)")
    }
    self.kind = kind
    if kind.isOfMachine {
      guard parts.count == 1 else { throw UsageError("the source '\(kind.rawValue)' has no path") }
      self.source = nil
      return
    }
    let path: String? = parts.count == 2 ? String(parts[1]) : EventSources.usualPath(of: kind)
    guard let source = (try? EventSources.source(kind, at: path)) ?? nil else {
      throw UsageError(
        "the source '\(kind.rawValue)' needs a path, as in '\(kind.rawValue)=PATH', for none is "
          + "where it is usually installed")
    }
    self.source = source
  }
}
