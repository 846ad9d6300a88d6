/// Everything that tells the kernel which event to count or sample, and how.
///
/// A value with all fields zero but ``type`` and ``config`` counts that event. The
/// corresponding C type is `struct perf_event_attr`; its unions and bit fields
/// have names of their own here, and its `size` is computed.
public struct EventAttributes: Hashable, Sendable {
  /// The kind of event.
  public var type: EventType
  /// The event within its kind.
  public var config: UInt64
  /// A second part of the event, or a breakpoint's address.
  public var config1: UInt64 = 0
  /// A third part of the event, or a breakpoint's length in bytes.
  public var config2: UInt64 = 0
  /// A fourth part of the event; since Linux 6.3.
  public var config3: UInt64 = 0
  /// A fifth part of the event; accepted by kernels newer than Linux 6.18.
  public var config4: UInt64 = 0

  /// The number of events between two samples; 0 counts without sampling.
  ///
  /// With ``EventFlags/frequency`` it is the number of samples per second.
  public var samplePeriod: UInt64 = 0
  /// The fields of each sample.
  public var sampleFields: SampleFields = []
  /// The values that a read returns.
  public var readFormat: ReadFormat = []
  /// The properties that are set.
  public var flags: EventFlags = []
  /// The number of events, or of bytes with the flag watermark, between wake-ups.
  public var wakeup: UInt32 = 0
  /// The accesses that a breakpoint counts.
  public var breakpointAccess: BreakpointAccess = []

  /// The branches of the branch stack.
  public var branchFields: BranchFields = []
  /// The registers of the user side that samples hold, a bit each.
  public var userRegisters: UInt64 = 0
  /// The bytes of the user stack that samples hold.
  public var userStackSize: UInt32 = 0
  /// The clock of all times, with the flag useClockID.
  public var clockID: Int32 = 0
  /// The registers at the interrupt that samples hold, a bit each.
  public var interruptRegisters: UInt64 = 0
  /// The bytes of the AUX area between wake-ups.
  public var auxWatermark: UInt32 = 0
  /// The longest callchain of a sample; 0 takes the system's setting.
  public var maximumCallchainDepth: UInt16 = 0
  /// The bytes of the AUX area that samples hold.
  public var auxSampleSize: UInt32 = 0
  /// What the event does to the AUX area of its group; bits of `aux_action`.
  public var auxAction: UInt32 = 0
  /// The value that a signal of the event carries.
  public var signalData: UInt64 = 0

  /// The reserved field behind ``maximumCallchainDepth``, kept for round trips.
  var reserved: UInt16 = 0
  /// The bytes of a file or a newer kernel behind the last field known here.
  public internal(set) var unknownTail: [UInt8] = []

  /// Creates the attributes that count an event.
  ///
  /// - Parameters:
  ///   - type: The kind of event.
  ///   - config: The event within its kind.
  public init(type: EventType, config: UInt64 = 0) {
    self.type = type
    self.config = config
  }

  /// The bound on the distance between a sample and its instruction.
  ///
  /// From 0, any distance, to 3, none. The corresponding C field is `precise_ip`.
  public var precision: UInt8 {
    get { UInt8(truncatingIfNeeded: (flags.rawValue >> Self.precisionShift) & 3) }
    set {
      let cleared: UInt64 = flags.rawValue & ~(3 << Self.precisionShift)
      flags = EventFlags(rawValue: cleared | UInt64(newValue & 3) << Self.precisionShift)
    }
  }

  static let precisionShift: UInt64 = 15
}
