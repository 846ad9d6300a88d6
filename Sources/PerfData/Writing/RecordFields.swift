/// The fields of a record that is to be written, in a form of its own for each kind.
///
/// Samples have ``SampleValues``; kinds that have no form here are written from
/// their bytes. Texts are cut where the format has no room for them.
public enum RecordFields: Hashable, Sendable {
  /// A mapping.
  case memoryMap(
    thread: ThreadID, address: UInt64, length: UInt64, fileOffset: UInt64, path: String)
  /// A mapping with its device, inode or build identifier.
  case memoryMap2(
    thread: ThreadID, address: UInt64, length: UInt64, fileOffset: UInt64, origin: MappingOrigin,
    protection: UInt32, mapFlags: UInt32, path: String)
  /// A name of a process or thread.
  case commandName(thread: ThreadID, name: String)
  /// A new process or thread, and its parent.
  case fork(thread: ThreadID, parent: ThreadID, time: UInt64)
  /// The end of a thread.
  case exit(thread: ThreadID, parent: ThreadID, time: UInt64)
  /// Lost records.
  case lost(identifier: UInt64, count: UInt64)
  /// Lost samples.
  case lostSamples(count: UInt64)
  /// The begin of a pause of an event.
  case throttle(time: UInt64, identifier: UInt64, streamID: UInt64)
  /// The end of such a pause.
  case unthrottle(time: UInt64, identifier: UInt64, streamID: UInt64)
  /// Counts at the end of a thread.
  case read(thread: ThreadID, values: CounterValues)
  /// News in the AUX area.
  case aux(offset: UInt64, size: UInt64, flags: UInt64)
  /// The begin of an instruction trace.
  case instructionTraceStart(thread: ThreadID)
  /// A switch of the thread itself; the record's flags tell the direction.
  case contextSwitch
  /// A switch on a CPU, from or to another thread.
  case contextSwitchCPUWide(other: ThreadID)
  /// The namespaces of a process.
  case namespaces(thread: ThreadID, [NamespacesRecord.Namespace])
  /// A kernel symbol that came or went.
  case kernelSymbol(
    address: UInt64, length: UInt32, type: UInt16, symbolFlags: UInt16, name: String)
  /// A BPF program that was loaded or unloaded; the tag has eight bytes.
  case bpfEvent(type: UInt16, eventFlags: UInt16, identifier: UInt32, tag: [UInt8])
  /// A cgroup.
  case cgroup(identifier: UInt64, path: String)
  /// A change of the kernel's code.
  case textPoke(address: UInt64, oldBytes: [UInt8], newBytes: [UInt8])
  /// A hardware identifier of the AUX output.
  case auxOutputHardwareID(UInt64)
  /// The user part of callchains.
  case deferredCallchain(cookie: UInt64, entries: [UInt64])
  /// The build identifier of a file.
  case buildID(BuildID)
  /// The end of a round: nothing behind it is earlier than the end of the round before.
  case finishedRound
  /// The end of what the recorder made up itself.
  case finishedInit
  /// The CPUs and threads of identifiers.
  case idIndex([IDIndexRecord.Entry])
  /// The kind of the AUX area data.
  case auxTraceInfo(type: UInt32, parameters: [UInt64])
  /// A piece of the AUX area.
  case auxTrace(
    offset: UInt64, reference: UInt64, index: UInt32, thread: UInt32, cpu: UInt32, data: [UInt8])
  /// A fault in the AUX area.
  case auxTraceError(
    type: UInt32, code: UInt32, cpu: UInt32, thread: ThreadID, instructionPointer: UInt64,
    time: UInt64, message: String)
  /// The threads that were recorded.
  case threadMap([ThreadMapRecord.Entry])
  /// The CPUs that were recorded.
  case cpuMap(CPUSet)
  /// The settings of recorded counts.
  case statConfiguration([StatConfigurationRecord.Setting])
  /// A count.
  case stat(identifier: UInt64, cpu: UInt32, thread: UInt32, CounterValues)
  /// The end of a round of counts.
  case statRound(type: UInt64, time: UInt64)
  /// More about an event.
  case eventUpdate(identifier: UInt64, EventNews)
  /// The relation between cycles and time.
  case timeConversion(shift: UInt64, multiplier: UInt64, zero: UInt64)
  /// What BPF programs say about themselves.
  case bpfMetadata(program: String, [KeyedValue])
}

extension RecordFields {
  /// What a mapping shows.
  public enum MappingOrigin: Hashable, Sendable {
    /// An inode of a device.
    case file(deviceMajor: UInt32, deviceMinor: UInt32, inode: UInt64, generation: UInt64)
    /// A file of which the build identifier is known, of at most 20 bytes.
    case buildID([UInt8])
  }

  /// A set of CPUs, in one of the forms that the format knows.
  public enum CPUSet: Hashable, Sendable {
    /// Numbers; 65535 stands for any CPU.
    case list([UInt16])
    /// Bits in words of eight bytes, lowest first.
    case mask([UInt64])
    /// All from one number to another, and perhaps any CPU.
    case range(first: UInt16, last: UInt16, withAny: Bool)
  }

  /// News of an event.
  public enum EventNews: Hashable, Sendable {
    /// The unit of its counts.
    case unit(String)
    /// The factor that turns its counts into the unit.
    case scale(Double)
    /// Its name.
    case name(String)
    /// The CPUs on which it counts.
    case cpus(CPUSet)
  }

  /// A text under a key.
  public struct KeyedValue: Hashable, Sendable {
    /// The key, of which 63 bytes are kept.
    public var key: String
    /// The text, of which 255 bytes are kept.
    public var value: String

    /// Creates a value.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - value: The text.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }
}
