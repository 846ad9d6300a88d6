/// A field of an event that describes itself.
public struct SelfDescribingField: Hashable, Sendable {
  /// The name.
  public let name: String
  /// A value that the provider defines; 0 when it has none.
  public let tag: UInt16
  /// What the field holds.
  public let value: SelfDescribingValue

  /// Creates a field.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - tag: A value that the provider defines.
  ///   - value: What the field holds.
  public init(name: String, tag: UInt16 = 0, value: SelfDescribingValue) {
    self.name = name
    self.tag = tag
    self.value = value
  }
}
