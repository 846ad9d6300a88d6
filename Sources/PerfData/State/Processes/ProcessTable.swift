/// Processes and threads over time: their names, parents, ends and memory.
///
/// Give it every record with ``apply(_:)``; then ask for a name or for the
/// meaning of an address, now or at the time of a sample:
///
///     var processes = ProcessTable()
///     while let record = try records.next() {
///       processes.apply(record)
///       guard let sample = record.sample, let place = processes.location(of: sample),
///         let module = processes.module(of: place)
///       else { continue }
///       print(processes.name(of: sample) ?? "?", module.path, place.moduleOffset)
///     }
///
/// Records may come in the order of the file, of perf's rounds or of time. Whoever
/// asks for a moment, with the time of the sample, gets the same answer for all of
/// these once everything up to that moment has been applied; to be right in the
/// order of the file, apply all records first and ask in a second pass. Records
/// that the recorder made up have the time 0, and hold from the begin. A record
/// without time holds from the latest time seen.
///
/// The value keeps what it needs and borrows nothing. Copies share their memory.
public struct ProcessTable: Sendable {
  var threads: Lives<ThreadChange>
  var spaces: Lives<MapChange>
  var names: Interned<String> = Interned()
  var namespaceLists: Interned<[NamespacesRecord.Namespace]> = Interned()
  var moduleTable: Interned<MappedModule> = Interned()
  var machineOfIdentifier: [UInt64: Int32] = [:]
  /// The paths of the cgroups by the number that samples carry.
  public internal(set) var cgroupPaths: [UInt64: String] = [:]
  /// The build identifiers that the recording gives by path.
  public internal(set) var buildIDs: BuildIDTable = BuildIDTable()
  /// The BPF programs by the number that the kernel gave them.
  public internal(set) var bpfPrograms: [UInt32: BPFProgram] = [:]
  /// The changes that the kernel made to its own code, in the order of their records.
  public internal(set) var codeChanges: [CodeChange] = []
  /// The latest time in nanoseconds of any record that was applied.
  public internal(set) var latestTime: UInt64 = 0
  /// How much of the past the table keeps.
  public let history: StateHistory

  /// Creates an empty table.
  ///
  /// - Parameter history: How much of the past the table keeps.
  public init(history: StateHistory = .everything) {
    self.history = history
    threads = Lives(history: history)
    spaces = Lives(history: history)
  }

  /// The modules that mappings refer to by position, in the order of appearance.
  ///
  /// A file that was mapped with different build identifiers, or from different
  /// devices or inodes, has one element for each.
  public var modules: [MappedModule] { moduleTable.values }

  /// The changes that came so late that they count from the latest time instead of their own.
  ///
  /// Records that are out of order by rounds are put right. It takes an order
  /// made up to do harm to get here.
  public var lateChanges: Int { threads.lateChanges + spaces.lateChanges }
}

/// Values that are kept once and known by position.
struct Interned<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  private var positions: [Value: Int32] = [:]

  mutating func position(of value: Value) -> Int32 {
    if let present = positions[value] { return present }
    let position = Int32(truncatingIfNeeded: values.count)
    values.append(value)
    positions[value] = position
    return position
  }

  subscript(_ position: Int32) -> Value? {
    position >= 0 && Int(position) < values.count ? values[Int(position)] : nil
  }
}
