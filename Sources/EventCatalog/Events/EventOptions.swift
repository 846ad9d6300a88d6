public import PerfEvent

/// What terms ask of whoever opens an event, beside what attributes can hold.
///
/// Where attributes have a place as well, they hold it too; an option that is nil was
/// not asked for and is left to the opener.
public struct EventOptions: Hashable, Sendable {
  /// The filter of a tracepoint's records, in the language of the kernel.
  ///
  /// Whoever opens the event hands it to the kernel with `ControlRequest.setFilter`.
  public var filter: String?
  /// Settings for the driver of a trace unit, each `NAME` or `NAME=VALUE`.
  public var driverSettings: [String] = []
  /// The name by which a metric refers to the event.
  public var metricID: String?
  /// Whether samples hold the time.
  public var recordsTime: Bool?
  /// Whether children are counted too.
  public var isInherited: Bool?
  /// Whether new records overwrite old ones that were not read.
  public var overwrites: Bool?
  /// How samples learn of their callers.
  public var callchain: CallchainMethod?
  /// The bytes of the user stack that samples hold for their callers.
  public var stackSize: UInt32?
  /// The longest callchain.
  public var maximumCallchainDepth: UInt16?
  /// How many samples to take before the event is closed.
  public var maximumSamples: UInt64?
  /// The branches of the branch stack.
  public var branches: BranchFields?
  /// Whether the event writes into the AUX area.
  public var writesAUX: Bool?
  /// What the event does to the AUX area of its group.
  public var auxAction: AUXAction?
  /// The bytes of the AUX area that samples hold.
  public var auxSampleSize: UInt32?
  /// The part of the count of the event before that reloads this one's counter.
  public var ratioToPrevious: Double?

  /// How samples learn of their callers.
  public enum CallchainMethod: Hashable, Sendable {
    /// Samples have no callchain.
    case none
    /// The kernel follows frame pointers.
    case framePointers
    /// Samples hold registers and stack, for debug information to be used later.
    case debugInformation
    /// The branch records of the CPU tell the callers.
    case branchRecords
  }

  /// What an event does to the AUX area of its group.
  ///
  /// The corresponding C field is `aux_action`.
  public enum AUXAction: UInt32, Hashable, Sendable {
    /// The area starts paused.
    case startPaused = 1
    /// An overflow pauses the area.
    case pause = 2
    /// An overflow resumes the area.
    case resume = 4
  }

  /// Creates options that ask for nothing.
  public init() {}
}
