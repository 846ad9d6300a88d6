/// The places of the values that a read of an event or a group returns.
///
/// All values are 64 bits wide; places count in units of that. The kernel
/// documents the layout at `enum perf_event_read_format`.
@frozen
public struct ReadLayout: Hashable, Sendable {
  /// The values that were asked for.
  public let format: ReadFormat
  /// The number of members of the group, 1 without a group.
  public let memberCount: Int
  /// The number of 64-bit words that a read returns.
  public let wordCount: Int

  @usableFromInline let enabledIndex: Int
  @usableFromInline let runningIndex: Int
  @usableFromInline let firstMember: Int
  @usableFromInline let stride: Int
  @usableFromInline let idOffset: Int
  @usableFromInline let lostOffset: Int

  /// Creates the layout of a read.
  ///
  /// - Parameters:
  ///   - format: The values that were asked for.
  ///   - memberCount: The number of members of the group, its leader included;
  ///     ignored without ``ReadFormat/group``.
  public init(format: ReadFormat, memberCount: Int = 1) {
    self.format = format
    let isGroup: Bool = format.contains(.group)
    self.memberCount = isGroup ? max(memberCount, 1) : 1
    let hasEnabled: Int = format.contains(.timeEnabled) ? 1 : 0
    let hasRunning: Int = format.contains(.timeRunning) ? 1 : 0
    let hasID: Int = format.contains(.id) ? 1 : 0
    let hasLost: Int = format.contains(.lost) ? 1 : 0
    // A single event's value comes before the times, a group's number does.
    enabledIndex = hasEnabled == 1 ? 1 : -1
    runningIndex = hasRunning == 1 ? 1 + hasEnabled : -1
    firstMember = isGroup ? 1 + hasEnabled + hasRunning : 0
    stride = 1 + hasID + hasLost
    let afterValue: Int = isGroup ? 1 : 1 + hasEnabled + hasRunning
    idOffset = hasID == 1 ? afterValue : -1
    lostOffset = hasLost == 1 ? afterValue + hasID : -1
    wordCount = isGroup ? firstMember + self.memberCount * stride : afterValue + hasID + hasLost
  }

  /// The place of the nanoseconds enabled, or nil if they were not asked for.
  @inlinable
  public var timeEnabled: Int? { enabledIndex >= 0 ? enabledIndex : nil }

  /// The place of the nanoseconds running, or nil if they were not asked for.
  @inlinable
  public var timeRunning: Int? { runningIndex >= 0 ? runningIndex : nil }

  /// Returns the place of a member's count.
  ///
  /// - Parameter member: The number of the member, 0 for the leader.
  /// - Returns: The place of its count.
  @inlinable
  public func value(of member: Int) -> Int { firstMember + member * stride }

  /// Returns the place of a member's identifier.
  ///
  /// - Parameter member: The number of the member, 0 for the leader.
  /// - Returns: The place, or nil if it was not asked for.
  @inlinable
  public func id(of member: Int) -> Int? {
    idOffset >= 0 ? firstMember + member * stride + idOffset : nil
  }

  /// Returns the place of a member's number of lost samples.
  ///
  /// - Parameter member: The number of the member, 0 for the leader.
  /// - Returns: The place, or nil if it was not asked for.
  @inlinable
  public func lost(of member: Int) -> Int? {
    lostOffset >= 0 ? firstMember + member * stride + lostOffset : nil
  }
}
