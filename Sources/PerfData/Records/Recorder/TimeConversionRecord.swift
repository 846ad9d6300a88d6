/// The relation between the cycles of the CPU and time.
///
/// The corresponding C constant is `PERF_RECORD_TIME_CONV`.
@frozen
public struct TimeConversionRecord: ~Escapable {
  @usableFromInline let fields: FieldBytes

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The shift of the cycles.
  @inlinable
  public var shift: UInt64 { fields.uint64(8) }

  /// The multiplier.
  @inlinable
  public var multiplier: UInt64 { fields.uint64(16) }

  /// The nanoseconds at cycle 0.
  @inlinable
  public var zero: UInt64 { fields.uint64(24) }

  /// The cycles at a moment, by which short counts are completed; 0 in older records.
  @inlinable
  public var cycles: UInt64 { isLong ? fields.uint64(32) : 0 }

  /// The bits that a short count of cycles has; 0 in older records.
  @inlinable
  public var mask: UInt64 { isLong ? fields.uint64(40) : 0 }

  /// Whether cycles can be turned into time; nothing in older records.
  ///
  /// The corresponding C field is `cap_user_time_zero`.
  @inlinable
  public var hasZero: Bool? { isLong ? fields.uint8(48) != 0 : nil }

  /// Whether counts of cycles are short; nothing in older records.
  ///
  /// The corresponding C field is `cap_user_time_short`.
  @inlinable
  public var isShort: Bool? { isLong ? fields.uint8(49) != 0 : nil }

  /// Older records end behind the nanoseconds.
  @inlinable
  var isLong: Bool { fields.count >= 56 }

  /// Returns the time of a count of cycles, in nanoseconds of the clock of the records.
  ///
  /// - Parameter count: The cycles, as the hardware counts them.
  /// - Returns: The time; it wraps around where the record's numbers cannot be true.
  public func time(ofCycles count: UInt64) -> UInt64 {
    var count = count
    if isShort == true { count = cycles &+ ((count &- cycles) & mask) }
    let whole = shift < 64 ? count >> shift : 0
    let rest = shift < 64 ? count & (1 << shift &- 1) : count
    let part = shift < 64 ? (rest &* multiplier) >> shift : 0
    return zero &+ whole &* multiplier &+ part
  }
}
