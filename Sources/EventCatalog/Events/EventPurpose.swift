/// What events are wanted for, which decides which terms make sense.
public enum EventPurpose: Hashable, Sendable {
  /// Events are counted; terms about records are errors.
  case counting
  /// Events are sampled into records.
  case sampling
}
