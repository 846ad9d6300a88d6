/// Different codes that sources give to one name on one kind of PMU.
public struct EventContradiction: Sendable {
  /// Why one of the meanings is taken when the name is resolved.
  public enum Decision: Hashable, Sendable {
    /// The source is asked before the others.
    case order
    /// The name is written as this source writes it, and the others write it otherwise.
    case spelling
    /// None is taken, and whoever asks has to say more.
    case refused
  }

  /// What the sources say, one description per code, that which is taken first.
  public var meanings: [EventDefinition]
  /// Why the first is taken, or that none is.
  public var decision: Decision

  /// Creates a contradiction.
  ///
  /// - Parameters:
  ///   - meanings: What the sources say, that which is taken first.
  ///   - decision: Why the first is taken, or that none is.
  public init(meanings: [EventDefinition], decision: Decision) {
    self.meanings = meanings
    self.decision = decision
  }
}
