/// A PMU and the event type by which its events refer to it.
public struct PMUMapping: Hashable, Sendable {
  /// The number in the attributes of its events.
  public let type: UInt32
  /// The name in sysfs.
  public let name: String

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - type: The number in the attributes of its events.
  ///   - name: The name in sysfs.
  public init(type: UInt32, name: String) {
    self.type = type
    self.name = name
  }
}
