/// The parameters with which records were compressed.
public struct CompressionParameters: Hashable, Sendable {
  /// The method; 1 is zstd, and 0 means that nothing was compressed.
  public let type: UInt32
  /// The level.
  public let level: UInt32
  /// The ratio that was reached.
  public let ratio: UInt32
  /// The size in bytes of the largest piece when it is unpacked.
  public let bufferSize: UInt32

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - type: The method; 1 is zstd, and 0 means that nothing was compressed.
  ///   - level: The level.
  ///   - ratio: The ratio that was reached.
  ///   - bufferSize: The size in bytes of the largest piece when it is unpacked.
  public init(type: UInt32, level: UInt32, ratio: UInt32, bufferSize: UInt32) {
    self.type = type
    self.level = level
    self.ratio = ratio
    self.bufferSize = bufferSize
  }
}
