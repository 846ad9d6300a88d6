/// The reasons why an event that could be opened has no count.
public enum NotCountedReason: Hashable, Sendable {
  /// The target never ran while the event was enabled.
  case neverRan
  /// No counter was ever free for the event while the target ran.
  case neverScheduled
  /// The target never ran on the CPU to which the event is bound.
  case wrongCPU
  /// The target never ran on a core of the event's kind, or no counter was free there.
  case wrongCore
  /// The event was pinned, and no counter was free for it.
  case pinnedFailed
}

extension NotCountedReason: CustomStringConvertible {
  /// A phrase that says why there is no count.
  public var description: String {
    switch self {
    case .neverRan: "the target never ran while the event was enabled"
    case .neverScheduled: "no counter was ever free for it"
    case .wrongCPU: "the target never ran on the event's CPU"
    case .wrongCore: "the target never ran on a core of the event's kind"
    case .pinnedFailed: "no counter was free for the pinned event"
    }
  }
}
