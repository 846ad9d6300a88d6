internal import EventCatalog
internal import PerfEvent

/// The groups that were opened for one task or CPU, and the events that could not.
struct OpenedGroups {
  private(set) var groups: [OpenGroup] = []
  private(set) var refusals: [Int: PerfEventError] = [:]

  let target: EventTarget
  let options: GroupOptions
  let kernel: any Kernel

  private let unsupported: UnsupportedEvents

  init(
    target: EventTarget, options: GroupOptions, unsupported: UnsupportedEvents,
    kernel: any Kernel
  ) {
    self.target = target
    self.unsupported = unsupported
    self.options = options
    self.kernel = kernel
  }

  /// Opens events together; with splitting, in as few groups as the kernel allows.
  ///
  /// A group with the modifier W may be split in any case.
  ///
  /// Refusals that are to be reported are noted; any other one ends it.
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
          guard unsupported.covers(refusal) else { throw error }
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

extension UnsupportedEvents {
  /// Whether a refusal is reported beside the counts of other events.
  fileprivate func covers(_ refusal: PerfEventError) -> Bool {
    switch refusal {
    case .noHardwarePMU, .noSuchPMU, .unknownEvent, .notSupportedByPMU: true
    case .permission: self == .reportRefused
    default: false
    }
  }
}
