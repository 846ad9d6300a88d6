/// A kind of source of event descriptions.
public enum EventSourceKind: String, CaseIterable, Hashable, Sendable {
  /// Names that every kernel knows: hardware, software and cache events.
  case generic
  /// The PMUs that sysfs describes.
  case sysfs
  /// The tracepoints of tracefs.
  case tracefs
  /// The tables of libpfm4.
  case libpfm4
  /// A folder of event files in the format of Intel's perfmon.
  case perfmon
  /// The event files of a kernel tree, `tools/perf/pmu-events`.
  case kernelEvents = "kernel-events"
  /// The events and unit masks of OProfile.
  case oprofile
  /// The presets of PAPI.
  case papi
  /// The events and groups of LIKWID.
  case likwid
  /// The event files that Arm publishes of its cores.
  case armData = "arm-data"

  /// Whether the source is a part of the machine itself, which every catalog asks.
  public var isOfMachine: Bool {
    switch self {
    case .generic, .sysfs, .tracefs: true
    default: false
    }
  }
}
