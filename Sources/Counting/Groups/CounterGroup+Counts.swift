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
        reading.count(of: member), value: reading.value(of: member),
        enabled: reading.timeEnabled, running: reading.timeRunning,
        lost: reading.lost(of: member))
      results.append(sum.result(for: events[member]))
    }
    return Counts(results)
  }
}
