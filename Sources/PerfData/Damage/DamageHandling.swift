/// What a reader does at a place of a recording that cannot be read.
public enum DamageHandling: Hashable, Sendable {
  /// The reader throws the fault and is finished.
  case stop
  /// The reader notes the place as a gap and goes on with the next record that it finds.
  case skip
}
