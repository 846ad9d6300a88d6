/// The cost of a sampled event, in a unit of the hardware.
@frozen
public struct SampleWeight: Hashable, Sendable {
  /// The eight bytes as they stand in the sample.
  public let rawValue: UInt64
  /// Whether the bytes hold three numbers rather than one.
  public let isStructure: Bool

  /// The bit of the sample fields that stands for three numbers.
  @inlinable static var structureBit: UInt64 { 1 << 24 }

  @inlinable
  init(rawValue: UInt64, isStructure: Bool) {
    self.rawValue = rawValue
    self.isStructure = isStructure
  }

  /// The main number; on x86 the latency of a memory access in cycles.
  ///
  /// The corresponding C fields are `weight` and `var1_dw`.
  @inlinable
  public var total: UInt64 { isStructure ? rawValue & 0xffff_ffff : rawValue }

  /// The second number; on x86 the latency of the instruction in cycles.
  ///
  /// The corresponding C field is `var2_w`.
  @inlinable
  public var second: UInt16 { isStructure ? UInt16(truncatingIfNeeded: rawValue >> 32) : 0 }

  /// The third number.
  ///
  /// The corresponding C field is `var3_w`.
  @inlinable
  public var third: UInt16 { isStructure ? UInt16(truncatingIfNeeded: rawValue >> 48) : 0 }
}
