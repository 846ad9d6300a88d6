public import PerfEvent

/// What is known to be wrong with libpfm4's answer about an event.
public enum LibpfmRemark: Hashable, Sendable {
  /// The library gives the number of raw core events to a PMU that this machine lacks.
  ///
  /// It does so for `rapl`. The encoding has no type instead; the right one is in the
  /// kernel's `power/type`.
  case typeOfAbsentPMU(EventType)
  /// The library leaves the event out of the full name.
  ///
  /// It does so for `perf_raw`. The encoding has the event's full name instead.
  case qualifiedName(String)
  /// The library ignores the value of a modifier and takes it as set.
  ///
  /// It does so for `mg=0` and `mh=0`, and the encoding is what the library says.
  case ignoredValue(modifier: String)
  /// The library puts a filter into a word that the kernel does not read there.
  ///
  /// It does so for boxes of the last-level cache, where the filter belongs into the
  /// upper half of the second word, and the encoding is what the library says.
  case lostFilter(UInt64)
  /// The library has no event of the PMU on this machine.
  ///
  /// It fills `ix86arch` only on CPUs of Intel. The encoding is the one that Intel
  /// defines for all of its CPUs.
  case emptyTable
}

extension LibpfmRemark: CustomStringConvertible {
  /// What the library says, in one sentence.
  public var description: String {
    switch self {
    case .typeOfAbsentPMU(let type):
      "libpfm4 gives the type \(type.rawValue), but this machine lacks the PMU"
    case .qualifiedName(let name): "libpfm4 calls the event \(quoted(name))"
    case .ignoredValue(let modifier):
      "libpfm4 takes \(quoted(modifier)) as set, whatever its value"
    case .emptyTable: "libpfm4 has no events of this PMU on this machine"
    case .lostFilter(let value):
      "libpfm4 puts the filter \(value.hexadecimal) where the kernel does not read it"
    }
  }
}
