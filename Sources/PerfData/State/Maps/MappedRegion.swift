/// A range of addresses that shows part of a file or other memory.
@frozen
public struct MappedRegion: Hashable, Sendable, BitwiseCopyable {
  /// The first address.
  public let address: UInt64
  /// The last address, which belongs to the range.
  ///
  /// It is told instead of the end because a range may reach the last address
  /// there is.
  public let lastAddress: UInt64
  /// The offset in the module of the first address.
  ///
  /// For the kernel itself it is the distance from the symbol at which its text
  /// begins, so that it does not depend on where the kernel was loaded.
  public let moduleOffset: UInt64
  /// The position of the module in ``ProcessTable/modules``.
  public let moduleIndex: Int32
  /// The permissions of the memory: 1 to read, 2 to write, 4 to execute.
  ///
  /// It is 0 where the record does not tell them, as the older kind of mapping
  /// and those of the kernel do not.
  public let protection: UInt32
  /// The flags of the mapping as the kernel knows them; 0 where they are not told.
  public let mapFlags: UInt32
  /// Whether the recorder was told of data rather than of code.
  public let isData: Bool

  init(
    address: UInt64, lastAddress: UInt64, moduleOffset: UInt64, moduleIndex: Int32,
    protection: UInt32 = 0, mapFlags: UInt32 = 0, isData: Bool = false
  ) {
    self.address = address
    self.lastAddress = lastAddress
    self.moduleOffset = moduleOffset
    self.moduleIndex = moduleIndex
    self.protection = protection
    self.mapFlags = mapFlags
    self.isData = isData
  }

  /// Whether an address lies in the range.
  ///
  /// - Parameter address: Any address.
  /// - Returns: Whether it is neither below the first nor above the last address.
  @inlinable
  public func contains(_ address: UInt64) -> Bool {
    address >= self.address && address <= lastAddress
  }

  /// Returns the offset in the module to which an address leads.
  ///
  /// - Parameter address: An address of the range.
  /// - Returns: The offset of the byte in the module.
  @inlinable
  public func moduleOffset(of address: UInt64) -> UInt64 {
    moduleOffset &+ (address &- self.address)
  }

  /// The part of the range between two addresses that lie in it.
  func extracting(_ first: UInt64, through last: UInt64) -> MappedRegion {
    MappedRegion(
      address: first, lastAddress: last, moduleOffset: moduleOffset(of: first),
      moduleIndex: moduleIndex, protection: protection, mapFlags: mapFlags, isData: isData)
  }
}
