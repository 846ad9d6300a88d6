internal import CommandLineSupport
internal import EventCatalog
internal import Glibc
internal import PerfEvent

/// A source as `KIND` or `KIND=PATH`.
struct SourceSpecification {
  let kind: EventSourceKind
  /// The folder or file, nil for the usual one.
  let path: String?

  init(_ text: String) throws(UsageError) {
    let parts: [Substring] = text.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = EventSourceKind(rawValue: String(parts[0])) else {
      let known: String = EventSourceKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("there is no source '\(abbreviated(text))'; there are \(known)")
    }
    self.kind = kind
    self.path = parts.count == 2 ? String(parts[1]) : nil
    guard let path else { return }
    if kind.isOfMachine || kind == .libpfm4 {
      throw UsageError("the source '\(kind.rawValue)' has no path")
    }
    if unsafe access(path, R_OK) != 0 {
      let reason = Errno(rawValue: errno)
      throw UsageError(
        "the source '\(kind.rawValue)' cannot be read at '\(abbreviated(path))': \(reason)")
    }
  }

  /// The source, nil for those that every catalog has.
  func source() throws(UsageError) -> (any EventSource)? {
    if kind.isOfMachine { return nil }
    let place: String? = path ?? EventSources.usualPath(of: kind)
    let source: (any EventSource)?
    do throws(EventSourceError) {
      source = try EventSources.source(kind, at: place)
    } catch {
      throw UsageError("the source '\(kind.rawValue)' cannot be used: \(error)")
    }
    guard let source else {
      throw UsageError(
        "the source '\(kind.rawValue)' needs a path, as in '\(kind.rawValue)=PATH', for none is "
          + "where it is usually installed")
    }
    return source
  }
}
