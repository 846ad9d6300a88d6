internal import EventCatalog
internal import PerfEvent

/// A group that can stand in an array, with the places of its events in the list
/// that was asked for.
final class OpenGroup: Sendable {
  let group: CounterGroup
  let places: [Int]

  init(_ group: consuming CounterGroup, places: [Int]) {
    self.group = group
    self.places = places
  }
}

/// An event and its place in the list that was asked for.
struct PlacedEvent: Sendable {
  let place: Int
  let event: Event
}

/// The groups that were opened for one task or CPU, and the events that could not.
struct OpenedGroups {
  private(set) var groups: [OpenGroup] = []
  private(set) var refusals: [Int: PerfEventError] = [:]

  let target: EventTarget
  let options: GroupOptions
  let kernel: any Kernel

  init(target: EventTarget, options: GroupOptions, kernel: any Kernel) {
    self.target = target
    self.options = options
    self.kernel = kernel
  }

  /// Opens events together; with splitting, in as few groups as the kernel allows.
  ///
  /// A group with the modifier W may be split in any case.
  ///
  /// Events that the machine does not have are noted; any other refusal ends it.
  mutating func open(_ events: [PlacedEvent], splitting: Bool) throws(CountingError) {
    let isWeak: Bool = events.contains { $0.event.requests.contains(.weakGroup) }
    var remaining: ArraySlice<PlacedEvent> = events[...]
    while !remaining.isEmpty {
      var opener = GroupOpener(target: target, options: options, kernel: kernel)
      var places: [Int] = []
      adding: while let next = remaining.first {
        do {
          try opener.add(next.event)
          places.append(next.place)
        } catch {
          guard case .event(_, let refusal) = error else { throw error }
          let mayBeSplit: Bool = (splitting || isWeak) && !places.isEmpty
          if mayBeSplit && refusal == .doesNotFitIntoGroup { break adding }
          guard refusal.isAbsence else { throw error }
          refusals[next.place] = refusal
        }
        remaining = remaining.dropFirst()
      }
      if !places.isEmpty {
        groups.append(OpenGroup(CounterGroup(opener), places: places))
      }
    }
  }
}

extension PerfEventError {
  /// Whether the machine lacks the event, as opposed to refusing it to this user.
  var isAbsence: Bool {
    switch self {
    case .noHardwarePMU, .noSuchPMU, .unknownEvent, .notSupportedByPMU: true
    default: false
    }
  }
}
