internal import EventCatalog
internal import PerfEvent

/// The names of events that are counted on the user side only, as perf writes them.
enum UserSideName {
  /// The name of an event with the modifier u.
  static func of(_ event: Event) -> String {
    if event.name.utf8.last == UInt8(ascii: "/") { return event.name + "u" }
    // A breakpoint's and a tracepoint's name has colons of its own.
    let hasModifiers: Bool =
      event.name.utf8.contains(UInt8(ascii: ":"))
      && event.attributes.type != .breakpoint && event.attributes.type != .tracepoint
    return event.name + (hasModifiers ? "u" : ":u")
  }

  /// Whether a name is that of an event, or of the same on the user side.
  static func matches(_ name: String, asked: String) -> Bool {
    name == asked || name == asked + ":u" || name == asked + "u"
  }
}
