internal import PerfEvent

/// An event while its modifiers are applied.
struct PendingEvent {
  var event: Event
  var capabilities: PMUCapabilities
  /// Whether a modifier has said which of host and guests to count.
  var namesMachines: Bool = false

  init(_ event: Event, capabilities: PMUCapabilities) {
    self.event = event
    self.capabilities = capabilities
    excludeGuestsUnlessNamed()
  }

  /// Guests are left out as perf does, but not where the PMU would refuse that.
  fileprivate mutating func excludeGuestsUnlessNamed() {
    if namesMachines || capabilities == .other { return }
    event.attributes.flags.insert(.excludeGuest)
  }
}

extension ModifierList {
  /// What letters change: the letters of a group start from those of its members.
  enum Base {
    case nothing
    case event
  }

  private static var levels: EventFlags { [.excludeUser, .excludeKernel, .excludeHypervisor] }
  private static var machines: EventFlags { [.excludeHost, .excludeGuest] }

  /// Changes an event as perf does.
  func apply(to pending: inout PendingEvent, base: Base) {
    if letters.isEmpty { return }
    if base == .nothing { pending.event.attributes.flags.subtract(Self.machines) }
    for letter in letters {
      switch letter {
      case UInt8(ascii: "u"):
        include(.excludeUser, in: &pending)
        pending.excludeGuestsUnlessNamed()
      case UInt8(ascii: "k"): include(.excludeKernel, in: &pending)
      case UInt8(ascii: "h"): include(.excludeHypervisor, in: &pending)
      case UInt8(ascii: "G"): includeMachine(.excludeGuest, in: &pending)
      case UInt8(ascii: "H"): includeMachine(.excludeHost, in: &pending)
      case UInt8(ascii: "I"): pending.event.attributes.flags.insert(.excludeIdle)
      case UInt8(ascii: "p"):
        pending.event.attributes.precision = min(pending.event.attributes.precision + 1, 3)
        pending.excludeGuestsUnlessNamed()
      default: applyRequest(letter, to: &pending)
      }
    }
  }

  private func applyRequest(_ letter: UInt8, to pending: inout PendingEvent) {
    switch letter {
    case UInt8(ascii: "P"):
      pending.event.requests.insert(.highestPrecision)
      if case .core(let precision) = pending.capabilities {
        pending.event.attributes.precision = precision
      }
    case UInt8(ascii: "D"): pending.event.attributes.flags.insert(.pinned)
    case UInt8(ascii: "e"): pending.event.attributes.flags.insert(.exclusive)
    case UInt8(ascii: "S"): pending.event.requests.insert(.groupRead)
    case UInt8(ascii: "W"): pending.event.requests.insert(.weakGroup)
    default: pending.event.requests.insert(.sharedThroughBPF)
    }
  }

  /// The first level named excludes the others; each named one is counted.
  private func include(_ level: EventFlags, in pending: inout PendingEvent) {
    if pending.event.attributes.flags.isDisjoint(with: Self.levels) {
      pending.event.attributes.flags.formUnion(Self.levels)
    }
    pending.event.attributes.flags.remove(level)
  }

  private func includeMachine(_ machine: EventFlags, in pending: inout PendingEvent) {
    if !pending.namesMachines {
      pending.namesMachines = true
      pending.event.attributes.flags.formUnion(Self.machines)
    }
    pending.event.attributes.flags.remove(machine)
  }
}
