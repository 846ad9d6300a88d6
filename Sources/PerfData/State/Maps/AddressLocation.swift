/// Where an address leads: a module, and an offset in it.
@frozen
public struct AddressLocation: Hashable, Sendable, BitwiseCopyable {
  /// The mapping that holds the address.
  public let region: MappedRegion
  /// The offset in the module.
  ///
  /// For a file it is the offset of the byte in the file; for the kernel itself
  /// the distance from the begin of its text.
  public let moduleOffset: UInt64

  /// The position of the module in ``ProcessTable/modules``.
  @inlinable
  public var moduleIndex: Int { Int(region.moduleIndex) }

  init(region: MappedRegion, address: UInt64) {
    self.region = region
    moduleOffset = region.moduleOffset(of: address)
  }
}
