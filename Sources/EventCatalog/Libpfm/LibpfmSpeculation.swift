internal import CLibpfm

/// Whether an event counts what is done in vain, after a wrong prediction.
public enum LibpfmSpeculation: Hashable, Sendable {
  /// The tables do not say.
  case unknown
  /// What is done in vain is counted as well.
  case counted
  /// Only what was not in vain is counted.
  case notCounted

  init(_ number: UInt32) {
    switch number {
    case PFM_EVENT_INFO_SPEC_TRUE.rawValue: self = .counted
    case PFM_EVENT_INFO_SPEC_FALSE.rawValue: self = .notCounted
    default: self = .unknown
    }
  }
}
