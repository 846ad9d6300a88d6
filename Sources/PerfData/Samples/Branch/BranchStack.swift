/// The most recent branches of a sample, newest first, borrowed from its record.
@frozen
public struct BranchStack: ~Escapable {
  @usableFromInline let fields: FieldBytes
  @usableFromInline let start: Int
  @usableFromInline let hasCounters: Bool
  /// The number of branches.
  public let count: Int
  /// The index at which the hardware stored the newest branch; nothing when it is unknown.
  public let hardwareIndex: UInt64?

  @inlinable
  @_lifetime(copy fields)
  init(_ fields: FieldBytes, form: BranchForm) {
    self.fields = fields
    count = Int(truncatingIfNeeded: fields.uint64(0))
    hasCounters = form.contains(.counters)
    if form.contains(.hardwareIndex) {
      let index = fields.uint64(8)
      hardwareIndex = index == .max ? nil : index
      start = 16
    } else {
      hardwareIndex = nil
      start = 8
    }
  }

  /// The branch at a position.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  @inlinable
  public subscript(_ index: Int) -> Branch {
    precondition(index >= 0 && index < count, "branch index out of range")
    let place = start + 24 * index
    return Branch(
      from: fields.uint64(place), to: fields.uint64(place + 8),
      stored: fields.uint64(place + 16), isMirrored: isBigEndian)
  }

  /// The events counted between each branch and the one before, packed by the PMU.
  @inlinable
  public var counters: UInt64View? {
    @_lifetime(copy self)
    get { hasCounters ? fields.words(start + 24 * count, count: count) : nil }
  }

  /// Returns the number of events of a counter between a branch and the one before.
  ///
  /// - Parameters:
  ///   - counter: The number of the counter, in the order of the group's members
  ///     that ask for it.
  ///   - index: The position of the branch.
  ///   - width: The number of bits of a counter, as
  ///     ``PMUCapabilities/branchCounterWidth`` tells it.
  /// - Returns: The number, at most what the bits can hold; nothing when the
  ///   sample has no counters or the word has no room for such a counter.
  public func count(of counter: Int, at index: Int, width: Int) -> UInt64? {
    guard let counters, index >= 0, index < count, counter >= 0, width > 0, width <= 64,
      counter < 64 / width
    else { return nil }
    let mask: UInt64 = width == 64 ? .max : 1 << UInt64(width) - 1
    return counters[index] >> UInt64(counter * width) & mask
  }

  @inlinable
  var isBigEndian: Bool { (1.littleEndian == 1) == fields.isSwapped }
}
