internal import EventCatalog
internal import PerfEvent
internal import Synchronization

/// A group that can stand in an array, with the places of its events in the list
/// that was asked for.
final class OpenGroup: Sendable {
  let group: CounterGroup
  let places: [Int]

  private let pinnedFailure: Atomic<Bool> = Atomic(false)

  init(_ group: consuming CounterGroup, places: [Int]) {
    self.group = group
    self.places = places
  }

  /// Whether the pinned group ever had no counter, which makes differences void.
  var hasPinnedFailed: Bool { pinnedFailure.load(ordering: .relaxed) }

  /// Reads into the words of a difference, and notes a pinned group's failure.
  @inline(__always)
  func read(into words: inout MutableSpan<UInt64>, from start: Int) throws(CountingError) {
    if try group.read(into: &words, from: start) == 0 {
      pinnedFailure.store(true, ordering: .relaxed)
    }
  }
}

/// An event and its place in the list that was asked for.
struct PlacedEvent: Sendable {
  let place: Int
  let event: Event
}
