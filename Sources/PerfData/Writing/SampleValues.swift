/// The fields of a sample that is to be written.
///
/// Which of them are written, the event's attributes tell; the others are
/// ignored. One value can be kept and changed from sample to sample.
public struct SampleValues: Hashable, Sendable {
  /// The flags of the record: the mode of the CPU, and whether the pointer is exact.
  public var flags: RecordFlags = []
  /// The identifier that leads to the event; nothing takes the event's first one.
  public var identifier: UInt64?
  /// The address of the instruction that was interrupted.
  public var instructionPointer: UInt64 = 0
  /// The thread that was running.
  public var thread: ThreadID = ThreadID(process: 0, thread: 0)
  /// The time in nanoseconds.
  public var time: UInt64 = 0
  /// The data address.
  public var address: UInt64 = 0
  /// The identifier of the one event, of the group or inherited.
  public var streamID: UInt64 = 0
  /// The number of the CPU.
  public var cpu: UInt32 = 0
  /// The number of events for which the sample stands.
  public var period: UInt64 = 0
  /// The counts of the event or its group.
  public var counters: CounterValues = CounterValues()
  /// The addresses that were active, innermost first, with their marks.
  public var callchain: [UInt64] = []
  /// Bytes in a form that the event itself defines; padded as the kernel does it.
  public var rawData: [UInt8] = []
  /// The most recent branches, newest first.
  public var branches: [Branch] = []
  /// The index at which the hardware stored the newest branch; nothing when it is unknown.
  public var branchHardwareIndex: UInt64?
  /// The events counted between each branch and the one before.
  public var branchCounters: [UInt64] = []
  /// The registers of the user side, as many as the event asks for, or none at all.
  public var userRegisters: [UInt64] = []
  /// The kind of program of the user side: 1 with 32 bits, 2 with 64 bits.
  public var userABI: UInt64 = 2
  /// The valid part of the copy of the user stack.
  public var userStack: [UInt8] = []
  /// The cost of the event: one number, or three in eight bytes.
  public var weight: UInt64 = 0
  /// The place in the memory hierarchy that answered.
  public var dataSource: DataSource = DataSource(rawValue: 0)
  /// The reason why a hardware transaction ended.
  public var transaction: UInt64 = 0
  /// The registers at the interrupt, as many as the event asks for, or none at all.
  public var interruptRegisters: [UInt64] = []
  /// The kind of program at the interrupt: 1 with 32 bits, 2 with 64 bits.
  public var interruptABI: UInt64 = 2
  /// The physical address of the data.
  public var physicalAddress: UInt64 = 0
  /// The identifier of the cgroup.
  public var cgroup: UInt64 = 0
  /// The size in bytes of the page that holds the data.
  public var dataPageSize: UInt64 = 0
  /// The size in bytes of the page that holds the instruction.
  public var codePageSize: UInt64 = 0
  /// The piece of the AUX area.
  public var auxData: [UInt8] = []

  /// Creates a sample of zeros.
  public init() {}
}
