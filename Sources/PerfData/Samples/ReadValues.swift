/// The counts of an event, or of all members of its group, borrowed from a record.
///
/// Counts are running totals, not differences.
public struct ReadValues: ~Escapable {
  /// The count of one event.
  public struct Value: Hashable, Sendable {
    /// The running total.
    public let value: UInt64
    /// The identifier of the event, if it was asked for.
    public let identifier: UInt64?
    /// The number of samples that were lost, if it was asked for.
    public let lost: UInt64?
  }

  let fields: FieldBytes
  let format: UInt64
  /// The number of events.
  public let count: Int
  /// The nanoseconds for which the events were enabled, if they were asked for.
  public let timeEnabled: UInt64?
  /// The nanoseconds for which the events were counted, if they were asked for.
  public let timeRunning: UInt64?
  private let start: Int

  @usableFromInline
  @_lifetime(copy fields)
  init(_ fields: FieldBytes, format: UInt64) {
    self.fields = fields
    self.format = format
    let isGroup = format & 8 != 0
    count = isGroup ? Int(truncatingIfNeeded: fields.uint64(0)) : 1
    var place = 8
    if format & 1 != 0 {
      timeEnabled = fields.uint64(place)
      place += 8
    } else {
      timeEnabled = nil
    }
    if format & 2 != 0 {
      timeRunning = fields.uint64(place)
      place += 8
    } else {
      timeRunning = nil
    }
    start = place
  }

  /// The count of the event at a position; the leader of a group comes first.
  ///
  /// - Precondition: The index is at least 0 and less than ``count``.
  public subscript(_ index: Int) -> Value {
    precondition(index >= 0 && index < count, "index of a count out of range")
    let hasID = format & 4 != 0
    let hasLost = format & 16 != 0
    // A single event has its count in front of the times, and the rest behind.
    let isGroup = format & 8 != 0
    var place = start
    let value: UInt64
    if isGroup {
      place += 8 * index * (1 + (hasID ? 1 : 0) + (hasLost ? 1 : 0))
      value = fields.uint64(place)
      place += 8
    } else {
      value = fields.uint64(0)
    }
    let identifier = hasID ? fields.uint64(place) : nil
    if hasID { place += 8 }
    return Value(
      value: value, identifier: identifier, lost: hasLost ? fields.uint64(place) : nil)
  }
}
