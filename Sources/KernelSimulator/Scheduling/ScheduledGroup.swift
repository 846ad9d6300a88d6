/// Events that are counted together or not at all.
struct ScheduledGroup {
  /// The leader first.
  var members: [Int]
  let context: Int
  /// The number of the queue in the context.
  var queue: Int
  /// The only CPU on which the group is counted; -1 for all.
  let cpu: Int
  let isPinned: Bool
  let isExclusive: Bool
  /// Whether all members are software events, which need no counter.
  var isSoftware: Bool
}
