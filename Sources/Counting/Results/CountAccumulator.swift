internal import EventCatalog
internal import PerfEvent

/// The sum of one event's counts over several tasks or CPUs.
///
/// Each part is scaled by its own times; a part whose event was enabled but never
/// on a counter is taken to be like the others.
struct CountAccumulator {
  private var raw: UInt64 = 0
  private var enabled: UInt64 = 0
  private var running: UInt64 = 0
  private var lost: UInt64?
  private var estimate: Double = 0
  private var countedEnabled: UInt64 = 0
  private var isCounted: Bool = false
  private var isExact: Bool = true
  private var isLowerBound: Bool = false
  private var reason: NotCountedReason = .neverRan

  mutating func add(_ count: Count, value: UInt64, enabled: UInt64, running: UInt64, lost: UInt64?)
  {
    if count == .notCounted(.pinnedFailed) {
      // Its times are as void as its value.
      reason = .pinnedFailed
      isLowerBound = true
      return
    }
    self.enabled &+= enabled
    self.running &+= running
    if let lost { self.lost = (self.lost ?? 0) &+ lost }
    switch count {
    case .exact:
      isCounted = true
      raw &+= value
      estimate += Double(value)
      countedEnabled &+= enabled
    case .scaled(let part, _):
      isCounted = true
      raw &+= value
      estimate += part
      countedEnabled &+= enabled
      isExact = false
    case .lowerBound:
      isCounted = true
      raw &+= value
      estimate += Double(value)
      countedEnabled &+= enabled
      isLowerBound = true
    case .notCounted(let why):
      if why != .neverRan || reason == .neverRan { reason = why }
      if enabled > 0 { isExact = false }
    case .notSupported: isExact = false
    }
  }

  private var count: Count {
    if !isCounted { return .notCounted(reason) }
    if isLowerBound {
      return .lowerBound(raw, share: min(Double(running) / Double(max(enabled, 1)), 1))
    }
    if isExact { return .exact(raw) }
    let unseen: Double = countedEnabled == 0 ? 1 : Double(enabled) / Double(countedEnabled)
    return .scaled(
      estimate: estimate * unseen,
      share: enabled == 0 ? 0 : min(Double(running) / Double(enabled), 1))
  }

  /// The result for an event under the name by which it was counted.
  func result(for event: Event) -> EventCount {
    EventCount(
      name: event.name, count: count, unit: event.unit, scale: event.scale, rawValue: raw,
      timeEnabled: enabled, timeRunning: running, lost: lost)
  }
}

extension EventCount {
  /// The result of an event that the machine cannot count.
  init(_ event: Event, notSupported error: PerfEventError) {
    self.init(
      name: event.name, count: .notSupported(error), unit: event.unit, scale: event.scale,
      rawValue: 0, timeEnabled: 0, timeRunning: 0, lost: nil)
  }
}
