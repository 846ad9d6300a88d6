/// An event that a metric needs, and what the kernel is told of it.
public struct MetricEvent: Sendable {
  /// The name in the formula.
  public var name: String
  /// What a catalog resolves, which is the name unless the formula's language differs.
  public var text: String
  /// What the kernel would be told; empty if it is refused.
  public var groups: [EventGroup]
  /// Why the event cannot be resolved on the machine, if so.
  public var refusal: EventNameError?

  /// Creates an event.
  ///
  /// - Parameters:
  ///   - name: The name in the formula.
  ///   - text: What a catalog resolves.
  ///   - groups: What the kernel would be told.
  ///   - refusal: Why the event cannot be resolved.
  public init(
    name: String, text: String, groups: [EventGroup] = [], refusal: EventNameError? = nil
  ) {
    self.name = name
    self.text = text
    self.groups = groups
    self.refusal = refusal
  }
}
