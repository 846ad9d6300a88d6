/// The groups of a context that compete for the same counters, in their order.
struct EventQueue {
  var pinned: [Int] = []
  var flexible: [Int] = []
  /// Whether pinned groups were given their counters since the context came on.
  var isPinnedPlaced: Bool = false
  /// Whether flexible groups were given their counters since the context came on.
  var isFlexiblePlaced: Bool = false
  /// Whether a flexible group found no counter.
  var needsRotation: Bool = false
  /// The numbers of groups that are counted now.
  var activePinned: Int = 0
  var activeFlexible: Int = 0
}

/// The events of a task or of a CPU.
struct EventContext {
  /// The task, or -1 for a CPU's context, whose number is that of its CPU.
  let task: Int
  var queues: [EventQueue]
}
