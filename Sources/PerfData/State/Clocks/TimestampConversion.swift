/// The relation between the counter of cycles that traces carry and the time of records.
public struct TimestampConversion: Hashable, Sendable {
  /// The number of bits by which products are shifted.
  public let shift: UInt64
  /// The multiplier.
  public let multiplier: UInt64
  /// The time in nanoseconds at counter 0.
  public let zero: UInt64
  /// The counter at which a short one was extended; 0 for whole ones.
  public let cycles: UInt64
  /// The bits that a short counter has.
  public let mask: UInt64
  /// Whether the counter is short and begins anew at times.
  public let isShort: Bool

  /// Creates a conversion from its parameters.
  ///
  /// - Parameters:
  ///   - shift: The number of bits by which products are shifted.
  ///   - multiplier: The multiplier.
  ///   - zero: The time in nanoseconds at counter 0.
  ///   - cycles: The counter at which a short one was extended.
  ///   - mask: The bits that a short counter has.
  ///   - isShort: Whether the counter is short.
  public init(
    shift: UInt64, multiplier: UInt64, zero: UInt64, cycles: UInt64 = 0, mask: UInt64 = .max,
    isShort: Bool = false
  ) {
    self.shift = shift
    self.multiplier = multiplier
    self.zero = zero
    self.cycles = cycles
    self.mask = mask
    self.isShort = isShort
  }

  /// Reads the conversion from the record that has it.
  ///
  /// - Parameter record: Any record; nothing comes of others and of one whose
  ///   shift or multiplier cannot be used.
  public init?(_ record: borrowing Record) {
    guard record.kind == .timeConversion, record.size >= 32 else { return nil }
    let fields = record.fields
    let (shift, multiplier) = (fields.uint64(8), fields.uint64(16))
    guard shift < 64, multiplier > 0 else { return nil }
    let isLong = record.size >= 50
    self.init(
      shift: shift, multiplier: multiplier, zero: fields.uint64(24),
      cycles: isLong ? fields.uint64(32) : 0, mask: isLong ? fields.uint64(40) : .max,
      isShort: isLong && fields.uint8(49) != 0)
  }

  /// Returns the time of a counter.
  ///
  /// - Parameter counter: The counter, such as that of `rdtsc`.
  /// - Returns: The time in nanoseconds, rounded down.
  public func time(ofCounter counter: UInt64) -> UInt64 {
    let whole = isShort ? cycles &+ ((counter &- cycles) & mask) : counter
    let quotient = shift < 64 ? whole >> shift : 0
    let remainder = shift < 64 ? whole & ((1 << shift) &- 1) : whole
    return zero &+ quotient &* multiplier &+ (remainder &* multiplier) >> shift
  }

  /// Returns the counter at a time.
  ///
  /// - Parameter time: The time in nanoseconds.
  /// - Returns: The counter, or nothing when the parameters lead nowhere.
  public func counter(atTime time: UInt64) -> UInt64? {
    guard multiplier > 0, shift < 64 else { return nil }
    let elapsed = time &- zero
    let quotient = elapsed / multiplier
    let remainder = elapsed % multiplier
    return quotient << shift &+ (remainder << shift) / multiplier
  }
}
