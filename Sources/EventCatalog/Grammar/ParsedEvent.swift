/// An event as it was written.
struct ParsedEvent {
  /// The whole text, with terms and modifiers.
  var text: String
  var subject: ParsedSubject
  /// Where the subject starts.
  var position: Int
  /// Nil without slashes; `pmu//` has none in them.
  var terms: [ParsedTerm]?
  var modifiers: ModifierList
}

/// What an event's text stands for, as far as its form tells.
enum ParsedSubject: Equatable {
  /// A generic name, an event of a PMU or, before terms, a PMU.
  case name(String)
  case raw(UInt64)
  case numeric(type: UInt32, config: UInt64)
  case breakpoint(ParsedBreakpoint)
  case tracepoint(system: String, name: String)
}
