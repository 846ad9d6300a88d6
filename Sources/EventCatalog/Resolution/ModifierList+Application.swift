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
  /// Whose letters they are, which decides where they start from.
  enum Role {
    /// Those of the event itself, which start from nothing.
    case own
    /// Those of its group, which start from what the event's own have made.
    case groupOfMember
    /// The same for the leader, which alone can be pinned and exclusive.
    case groupOfLeader
  }

  private static var levels: EventFlags { [.excludeUser, .excludeKernel, .excludeHypervisor] }
  private static var machines: EventFlags { [.excludeHost, .excludeGuest] }

  /// Changes an event as perf does.
  func apply(to pending: inout PendingEvent, as role: Role) throws(LocatedProblem) {
    if letters.isEmpty { return }
    if role == .own { pending.event.attributes.flags.subtract(Self.machines) }
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
        guard pending.event.attributes.precision < 3 else {
          throw LocatedProblem(problem: .repeatedModifier("p"), position: position)
        }
        pending.event.attributes.precision += 1
        pending.excludeGuestsUnlessNamed()
      default: applyRequest(letter, to: &pending, as: role)
      }
    }
  }

  private func applyRequest(
    _ letter: UInt8, to pending: inout PendingEvent, as role: Role
  ) {
    switch letter {
    case UInt8(ascii: "P"):
      pending.event.requests.insert(.highestPrecision)
      if case .core(let precision) = pending.capabilities {
        pending.event.attributes.precision = precision
      }
    case UInt8(ascii: "D") where role != .groupOfMember:
      pending.event.attributes.flags.insert(.pinned)
    case UInt8(ascii: "e") where role != .groupOfMember:
      pending.event.attributes.flags.insert(.exclusive)
    case UInt8(ascii: "S"): pending.event.requests.insert(.groupRead)
    case UInt8(ascii: "W"): pending.event.requests.insert(.weakGroup)
    case UInt8(ascii: "b"): pending.event.requests.insert(.sharedThroughBPF)
    case UInt8(ascii: "R"): pending.event.requests.insert(.retirementLatency)
    case UInt8(ascii: "X"): pending.event.requests.insert(.keepsPlace)
    default: break
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
