internal import CommandLineSupport
internal import EventCatalog
internal import Glibc

/// The sources that options and the environment name.
struct SourceChoice {
  /// The kinds to show, nil for all.
  var kinds: Set<EventSourceKind>?
  var sources: [any EventSource] = []
  /// Those of the sources for which the user wrote a path, with that path.
  var named: [(path: String, source: any EventSource)] = []

  init(_ texts: [String]) throws(UsageError) {
    let given: [SourceSpecification] = try texts.map { (text) throws(UsageError) in
      try SourceSpecification(text)
    }
    let usual: [SourceSpecification] = try Self.environment()
    guard !given.isEmpty else {
      for specification in usual {
        try add(specification)
      }
      sources += EventSources.usual()
      return
    }
    kinds = Set(given.map(\.kind))
    for specification in given {
      // A kind alone means what the environment says of it, and else the usual place.
      let same: [SourceSpecification] = usual.filter { $0.kind == specification.kind }
      for chosen in specification.path == nil && !same.isEmpty ? same : [specification] {
        try add(chosen)
      }
    }
  }

  private mutating func add(_ specification: SourceSpecification) throws(UsageError) {
    guard let source = try specification.source() else { return }
    sources.append(source)
    if let path = specification.path { named.append((path, source)) }
  }

  private static func environment() throws(UsageError) -> [SourceSpecification] {
    guard let value = unsafe getenv("PERF_EVENTS_SOURCES") else { return [] }
    return try unsafe String(cString: value).split(separator: ":").map {
      (part) throws(UsageError) in
      do throws(UsageError) {
        return try SourceSpecification(String(part))
      } catch {
        throw UsageError("PERF_EVENTS_SOURCES: \(error)")
      }
    }
  }
}
