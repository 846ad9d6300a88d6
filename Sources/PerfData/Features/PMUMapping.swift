/// A PMU and the event type by which its events refer to it.
public struct PMUMapping: Hashable, Sendable {
  /// The number in the attributes of its events.
  public let type: UInt32
  /// The name in sysfs.
  public let name: String
}
