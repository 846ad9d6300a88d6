/// A model specific register that an event needs beside its counter.
public struct ExtraRegister: Hashable, Sendable {
  /// The registers of which one is enough, such as 0x1A6 and 0x1A7.
  public var addresses: [UInt32]
  /// What the register must hold while the event is counted.
  public var value: UInt64

  /// Creates a description.
  ///
  /// - Parameters:
  ///   - addresses: The registers of which one is enough.
  ///   - value: What the register must hold.
  public init(addresses: [UInt32], value: UInt64) {
    self.addresses = addresses
    self.value = value
  }
}
