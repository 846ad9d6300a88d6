/// The settings with which counts were recorded.
///
/// The corresponding C constant is `PERF_RECORD_STAT_CONFIG`.
@frozen
public struct StatConfigurationRecord: ~Escapable {
  /// A setting and its value.
  @frozen
  public struct Setting: Hashable, Sendable {
    /// The setting: 0 mode of aggregation, 1 interval in milliseconds, 2 scaling, 3 level.
    public let tag: UInt64
    /// The value; the numbers of the modes differ between versions of perf.
    public let value: UInt64

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - tag: The number of the setting.
    ///   - value: Its value.
    @inlinable
    public init(tag: UInt64, value: UInt64) {
      self.tag = tag
      self.value = value
    }
  }

  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The number of settings.
  @inlinable
  public var count: Int { Int(truncatingIfNeeded: fields.uint64(8)) }

  /// The setting at a position.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> Setting {
    precondition(index >= 0 && index < count, "index of a setting out of range")
    return Setting(
      tag: fields.uint64(16 + 16 * index), value: fields.uint64(24 + 16 * index))
  }
}
