internal import CLibpfm

/// How much of the modifiers of events is meant.
public enum LibpfmLayer: Hashable, Sendable {
  /// What the hardware has: unit masks and the fields of its registers.
  ///
  /// The corresponding C value is `PFM_OS_NONE`.
  case hardware
  /// What can be written in an event's name for perf_event_open(2).
  ///
  /// Privilege levels are then those of the attributes, and modifiers such as
  /// `period` and `precise` are added. The corresponding C value is
  /// `PFM_OS_PERF_EVENT_EXT`.
  case perfEvents

  /// The library's number.
  var number: pfm_os_t {
    switch self {
    case .hardware: PFM_OS_NONE
    case .perfEvents: PFM_OS_PERF_EVENT_EXT
    }
  }
}
