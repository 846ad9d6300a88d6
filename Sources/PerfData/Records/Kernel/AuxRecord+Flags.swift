extension AuxRecord {
  /// What is to be known of new data in the AUX area.
  ///
  /// The corresponding C constants begin with `PERF_AUX_FLAG_`.
  @frozen
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The bits in the record.
    public let rawValue: UInt64

    /// Creates flags from bits.
    ///
    /// - Parameter rawValue: The bits in the record.
    @inlinable
    public init(rawValue: UInt64) {
      self.rawValue = rawValue
    }

    /// Data were lost at the end, since the area was full.
    @inlinable
    public static var truncated: Flags { Flags(rawValue: 1 << 0) }
    /// The area is written round and round, so that older data may be gone.
    @inlinable
    public static var overwrite: Flags { Flags(rawValue: 1 << 1) }
    /// The data have gaps.
    @inlinable
    public static var partial: Flags { Flags(rawValue: 1 << 2) }
    /// A sample collided with another one.
    @inlinable
    public static var collision: Flags { Flags(rawValue: 1 << 3) }

    /// The form of the data, as a number that the PMU defines.
    @inlinable
    public var pmuFormat: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 8) }
  }
}
