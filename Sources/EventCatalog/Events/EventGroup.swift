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

  /// Creates a group.
  ///
  /// - Parameters:
  ///   - name: The name before the opening brace.
  ///   - isExplicit: Whether the events must be counted together.
  ///   - events: The events, the leader first.
  public init(name: String? = nil, isExplicit: Bool, events: [Event]) {
    self.name = name
    self.isExplicit = isExplicit
    self.events = events
  }
}
