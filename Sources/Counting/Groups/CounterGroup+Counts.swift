internal import EventCatalog
internal import PerfEvent

extension CounterGroup {
  /// Returns the counts of a reading, or of a difference of readings, by name.
  ///
  /// - Parameter reading: A reading of this group, or a difference of two.
  /// - Returns: The counts of the members, the leader first.
  public borrowing func counts(of reading: Reading) -> Counts {
    var results: [EventCount] = []
    for member in 0..<min(events.count, reading.memberCount) {
      var sum = CountAccumulator()
      sum.add(
        count(of: member, in: reading), value: reading.value(of: member),
        enabled: reading.timeEnabled, running: reading.timeRunning,
        lost: reading.lost(of: member))
      results.append(sum.result(for: events[member]))
    }
    return Counts(results)
  }

  /// What is known about a member, with the reason that the target explains.
  borrowing func count(of member: Int, in reading: Reading) -> Count {
    let count: Count = reading.count(of: member)
    // An event bound to a CPU waits while its task is elsewhere.
    if count == .notCounted(.neverScheduled), target.cpu >= 0, target.task >= 0 {
      return .notCounted(.wrongCPU)
    }
    return count
  }
}
