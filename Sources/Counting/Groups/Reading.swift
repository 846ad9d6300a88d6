public import PerfEvent

/// The counts of all members of a group at one moment.
///
/// All members share one pair of times. Counts go on from reading to reading; what
/// happened in between is ``delta(since:)``.
public struct Reading: Hashable, Sendable {
  /// The words as the kernel returned them.
  @usableFromInline var words: [UInt64]
  @usableFromInline let layout: ReadLayout
  let scope: ReadingScope
  /// Whether the kernel had taken the pinned group off the counters for good.
  var hasPinnedFailed: Bool = false

  /// Creates a reading of zeros, to be filled by a group.
  init(layout: ReadLayout, scope: ReadingScope) {
    self.layout = layout
    self.scope = scope
    words = [UInt64](repeating: 0, count: layout.wordCount)
  }

  /// The number of members.
  @inlinable
  public var memberCount: Int { layout.memberCount }

  /// The nanoseconds in which the group was to be counted.
  @inlinable
  public var timeEnabled: UInt64 { layout.timeEnabled.map { words[$0] } ?? 0 }

  /// The nanoseconds in which the group was counted.
  @inlinable
  public var timeRunning: UInt64 { layout.timeRunning.map { words[$0] } ?? 0 }

  /// Returns the number of events seen of a member, not scaled.
  ///
  /// - Parameter member: The number of the member, 0 for the leader.
  /// - Returns: The number since the group was opened.
  @inlinable
  public func value(of member: Int) -> UInt64 { words[layout.value(of: member)] }

  /// Returns the number of a member's samples that were lost.
  ///
  /// - Parameter member: The number of the member, 0 for the leader.
  /// - Returns: The number, or nil before Linux 6.0.
  public func lost(of member: Int) -> UInt64? { layout.lost(of: member).map { words[$0] } }

  /// Returns what is known about a member's number of events.
  ///
  /// - Parameter member: The number of the member, 0 for the leader.
  /// - Returns: The count, exact or scaled, or the reason why there is none.
  public func count(of member: Int) -> Count {
    if hasPinnedFailed { return .notCounted(.pinnedFailed) }
    return scope.count(
      value: value(of: member), timeEnabled: timeEnabled, timeRunning: timeRunning)
  }

  /// Returns what happened between an earlier reading of the same group and this.
  ///
  /// - Parameter earlier: The earlier reading of the same group. Of one of another
  ///   shape, or a later one, the result is that nothing ran.
  /// - Returns: The differences of all values and times.
  public func delta(since earlier: Reading) -> Reading {
    var result: Reading = self
    guard earlier.layout == layout, earlier.timeEnabled <= timeEnabled else {
      return Reading(layout: layout, scope: scope)
    }
    for index in result.words.indices {
      result.words[index] &-= earlier.words[index]
    }
    // The first word of a group is the number of its members.
    if layout.format.contains(.group) { result.words[0] = words[0] }
    result.hasPinnedFailed = hasPinnedFailed || earlier.hasPinnedFailed
    return result
  }
}
