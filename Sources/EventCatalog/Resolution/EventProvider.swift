/// A source of events: one of the kernel's, or the tables of a vendor or a tool.
///
/// The resolver asks its providers in order; the first that knows the subject
/// decides. A further source of events is a further provider.
protocol EventProvider {
  /// Returns what a subject stands for, or nil if it is for another provider.
  ///
  /// Several definitions are one event per PMU or per match of a pattern.
  func definitions(
    of subject: ParsedSubject, terms: [ParsedTerm]?, position: Int
  ) throws(LocatedProblem) -> [EventCandidate]?

  /// What a word is to this provider that is no event's name, or nil if it is nothing.
  func objection(toName name: String) -> EventNameProblem?

  /// The names among which to look for the nearest when nobody knows a word.
  func names() -> [String]
}

extension EventProvider {
  func objection(toName name: String) -> EventNameProblem? { nil }
}
