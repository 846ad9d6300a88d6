public import PerfEvent

/// An event of a recording: what was recorded, under which name and identifiers.
public struct RecordedEvent: Hashable, Sendable {
  /// What was asked of the kernel.
  public internal(set) var attributes: EventAttributes
  /// The size in bytes of the attributes, as the recorder knew them.
  public internal(set) var attributeSize: Int
  /// The identifiers by which records refer to it, one per CPU or thread.
  public internal(set) var identifiers: [UInt64]
  /// The name under which it was recorded, or else the one that its attributes give.
  public internal(set) var name: String = ""
  /// The unit of its counts; empty when they have none.
  public internal(set) var unit: String = ""
  /// The factor that turns its counts into the unit.
  public internal(set) var scale: Double = 1
}

extension RecordedEvent {
  /// Creates an event for a recording that is to be written.
  ///
  /// - Parameters:
  ///   - attributes: What is asked of the kernel.
  ///   - identifiers: The numbers by which records refer to it, unique among all events.
  ///   - name: The name; an empty one leaves it to the attributes.
  public init(attributes: EventAttributes, identifiers: [UInt64] = [], name: String = "") {
    self.init(
      attributes: attributes, attributeSize: 128, identifiers: identifiers, name: name)
  }
}
