public import PerfEvent

/// What is wrong with an expression that names no event.
public enum EventNameProblem: Hashable, Sendable {
  /// The expression has no event.
  case emptyExpression
  /// There is nothing where an event, a term or a modifier must stand.
  case emptyPart
  /// The expression is longer than this number of bytes.
  case tooLong(limit: Int)
  /// The expression stands for more events than this.
  case tooManyEvents(limit: Int)
  /// Two events have nothing but a blank between them.
  case missingComma
  /// A character has no meaning at its place.
  case unexpectedCharacter(String)
  /// A brace has no partner.
  case unbalancedBrace
  /// A slash has no partner.
  case unbalancedSlash
  /// A quotation mark has no partner.
  case unbalancedQuote
  /// A group stands inside a group.
  case nestedGroup

  /// No event bears the name; the nearest that exist follow.
  case unknownEvent(name: String, nearest: [String])
  /// The cache cannot do what the name says; the nearest names follow.
  case impossibleCacheOperation(name: String, nearest: [String])
  /// The name is that of a PMU, which has these events and terms.
  case nameOfPMU(String, events: [String], terms: [String])
  /// The name is that of a system of tracepoints, which are these.
  case nameOfTracepoints(system: String, names: [String])
  /// The name is that of a metric, which is computed from the counts of these events.
  case metric(name: String, source: EventSourceKind, events: [String])
  /// The name is that of a group of metrics, which need these events.
  case metricGroup(name: String, source: EventSourceKind, events: [String])
  /// The name is a measure that perf takes itself, without the kernel's counters.
  case measuredByPerf(name: String)
  /// A pattern matches nothing.
  case noMatch(pattern: String)

  /// The letter is no modifier.
  case unknownModifier(String)
  /// The modifier stands there too often.
  case repeatedModifier(String)
  /// The modifier has a meaning for groups only.
  case modifierOfGroups(String)

  /// This machine has no such PMU; those that it has, the nearest first, follow.
  case unknownPMU(name: String, present: [String])
  /// The PMU knows no such term; those that it knows follow.
  case unknownTerm(term: String, pmu: String, available: [String])
  /// The term stands there without a value, but is wider than one bit.
  case missingValue(term: String, width: Int)
  /// The event needs a value that only the user knows.
  case missingParameter(term: String, event: String)
  /// The value does not fit into the bits of the term, which may be one of a PMU.
  case valueTooLarge(term: String, pmu: String? = nil, value: UInt64, width: Int)
  /// The text is no value of the term.
  case invalidValue(term: String, value: String)
  /// The term's value is a text, for which attributes have no place.
  case textValue(term: String, value: String)
  /// The term is about recording or output, which attributes alone cannot hold.
  case recordingTerm(String)

  /// The raw code is no hexadecimal number of at most 64 bits.
  case invalidRawCode(String)
  /// The address, length or access of the breakpoint is wrong.
  case invalidBreakpoint(String)
  /// The CPU cannot watch so many bytes; the numbers that it can watch follow.
  case impossibleBreakpointLength(UInt64, possible: [UInt64])

  /// The kernel takes the term's text by its address, for which attributes have no place.
  case addressOfText(term: String, pmu: String)
  /// Only the kernel of the machine knows the number of the PMU.
  case needsSysfs(pmu: String)
  /// The PMU has the term only since this version of the kernel.
  case needsKernel(term: String, pmu: String, version: String)
  /// The source describes the event, but does not say how it is encoded.
  case notEncoded(String)
  /// Tools mean different events by the name, which they write as follows.
  case ambiguousEvent(name: String, meanings: [String])
  /// The event has no such unit mask; those that it has follow.
  case unknownUnitMask(String, event: String, available: [String])
  /// The event cannot be on the counter; the classes of those that can hold it follow.
  case impossibleCounter(String, event: String, possible: [String])
  /// An event that a preset consists of does not exist.
  case unknownPart(String, of: String)
  /// A preset consists of events that only a source knows which is not at hand.
  case needsSource(EventSourceKind, part: String, of: String)
  /// What libpfm4 says of a name in its language.
  case libpfm4(LibpfmProblem)

  /// There is no such tracepoint; the nearest that exist follow.
  case unknownTracepoint(name: String, nearest: [String])
  /// The tracepoint's records have no such field; those that they have follow.
  case unknownField(String, tracepoint: String, available: [String])
  /// The field cannot be compared in this way, or with such a value.
  case impossibleComparison(String, field: String)
  /// The filter makes no sense at this distance in bytes from its start.
  case malformedFilter(String, offset: Int)
  /// The folder of tracepoints cannot be listed.
  case tracepointsUnavailable(path: String, error: Errno)
  /// A file that describes the event cannot be read.
  case unreadableFile(path: String, error: Errno)
  /// A file that describes the event holds something unexpected.
  case malformedFile(path: String, text: String)
}
