/// Events that were written together, and are counted together if in braces.
public struct EventGroup: Hashable, Sendable {
  /// The name before the opening brace, if there is one.
  public var name: String?
  /// Whether the user wrote braces, so that the events must be counted together.
  public var isExplicit: Bool
  /// The events in the order of the text; the first is the leader.
  ///
  /// Without braces there is one event, or one per PMU that the name stands for.
  public var events: [Event]
  /// Values that are computed from the counts of the events.
  ///
  /// A preset of PAPI that consists of several events is such a value.
  public var formulas: [EventFormula]

  /// Creates a group.
  ///
  /// - Parameters:
  ///   - name: The name before the opening brace.
  ///   - isExplicit: Whether the events must be counted together.
  ///   - events: The events, the leader first.
  ///   - formulas: Values that are computed from the counts of the events.
  public init(
    name: String? = nil, isExplicit: Bool, events: [Event], formulas: [EventFormula] = []
  ) {
    self.name = name
    self.isExplicit = isExplicit
    self.events = events
    self.formulas = formulas
  }
}
