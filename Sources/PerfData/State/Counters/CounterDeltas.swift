internal import PerfEvent

/// Turns the running totals that samples of a group carry into counts of their own.
///
/// Each sample of a leader carries the totals of all members; what happened since
/// the sample before is their difference, counter by counter. Counters that new
/// threads inherit have one identifier and a total in each thread, and are told
/// apart by thread.
public struct CounterDeltas: Sendable {
  struct Key: Hashable, Sendable {
    let identifier: UInt64
    let thread: Int32
  }

  struct Reading: Sendable {
    var value: UInt64
    var time: UInt64?
  }

  private let directory: EventDirectory
  private var last: [Key: Reading] = [:]

  /// Creates a value that has seen no reading yet.
  ///
  /// - Parameter events: The events of the recording.
  public init(_ events: EventDirectory) {
    directory = events
  }

  /// Takes the totals of a sample and hands out a count for each.
  ///
  /// - Parameters:
  ///   - sample: A sample; one without totals has no effect.
  ///   - body: Takes one count for each member, in the order of the sample.
  /// - Throws: What the body throws.
  public mutating func apply<E: Error>(
    _ sample: borrowing Sample, _ body: (CounterDelta) throws(E) -> Void
  ) throws(E) {
    guard let values = sample.readValues else { return }
    for index in 0..<values.count {
      let value = values[index]
      let identifier = value.identifier ?? sample.identifier
      let event =
        values.count == 1 && value.identifier == nil
        ? sample.eventIndex
        : value.identifier.flatMap { directory.event(ofIdentifier: $0) } ?? -1
      let isPerThread = event >= 0 && directory.events[event].isInherited
      // Without identifiers the members are known by their place behind the leader.
      let key = Key(
        identifier: value.identifier ?? UInt64(index) << 32 | UInt64(max(0, sample.eventIndex)),
        thread: isPerThread ? sample.thread?.thread ?? -1 : -1)
      let (delta, change) = advance(key, to: value.value, at: sample.time)
      try body(
        CounterDelta(
          identifier: identifier, eventIndex: event, value: value.value, change: change,
          delta: delta))
    }
  }

  /// Takes the totals of a sample and returns a count for each.
  ///
  /// - Parameter sample: A sample.
  /// - Returns: One count for each member; empty for a sample without totals.
  public mutating func deltas(_ sample: borrowing Sample) -> [CounterDelta] {
    var deltas: [CounterDelta] = []
    apply(sample) { deltas.append($0) }
    return deltas
  }

  private mutating func advance(
    _ key: Key, to value: UInt64, at time: UInt64?
  ) -> (UInt64, CounterDelta.Change) {
    guard let before = last[key] else {
      last[key] = Reading(value: value, time: time)
      return (value, .first)
    }
    if value >= before.value {
      last[key] = Reading(value: value, time: time)
      return (value - before.value, .advanced)
    }
    if let time, let earlier = before.time, time < earlier { return (0, .late) }
    last[key] = Reading(value: value, time: time)
    return (value, .restarted)
  }
}
