/// Everything that an analyzer needs beside the records, kept up to date record by record.
///
/// For a program that prints the name, the module and the offset of every sample:
///
///     var state = RecordingState(file)
///     var records = file.records()
///     while let record = try records.next() {
///       state.apply(record)
///       if let sample = record.sample, let thread = sample.thread,
///         let place = state.processes.location(of: sample)
///       {
///         print(state.processes.displayName(of: thread), place.moduleOffset)
///       }
///     }
///     for concern in state.quality.concerns { print(concern) }
///
/// The parts can be used alone just as well.
public struct RecordingState: Sendable {
  /// The processes and threads, their names and their memory.
  public private(set) var processes: ProcessTable
  /// The events, their groups and PMUs.
  public private(set) var events: EventDirectory
  /// What was lost, and when.
  public private(set) var losses: LossLog = LossLog()
  /// What the samples lack.
  public private(set) var census: SampleCensus
  /// The clock of the records.
  public private(set) var clock: RecordClock
  /// The relation between cycles and time, once a record has told it.
  public private(set) var timestampConversion: TimestampConversion?
  /// The CPUs of the machine.
  public private(set) var cpus: CPUTable
  /// Where and how the recording was made.
  ///
  /// In a stream that comes live it is empty until the features have come.
  public private(set) var origin: RecordingOrigin = .none
  private let isUnfinished: Bool
  private let faults: [PerfDataError]
  private var liveFeatures: LiveFeatures = LiveFeatures()
  private var liveFaults: [PerfDataError] = []
  private var damage: PerfDataError?
  private var gaps: [RecordingGap] = []

  /// Creates the state at the begin of a file, from its header.
  ///
  /// A feature that is damaged counts as missing; ``quality`` tells of it.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - history: How much of the past is kept.
  public init(_ file: borrowing PerfDataFile, history: StateHistory = .everything) {
    var features = FeatureReading()
    processes = ProcessTable(history: history)
    if let identifiers = features.buildIDs(file) { processes.buildIDs.insert(identifiers) }
    events = EventDirectory(
      file.events, pmus: features.pmus(file) ?? [], groups: features.groups(file) ?? [])
    census = SampleCensus(file.events)
    clock = features.clock(file, clockID: RecordClock.identifier(file.events))
    cpus = features.cpus(file)
    origin = features.origin(file)
    processes.insert(features.programs(file), features.types(file))
    liveFeatures = LiveFeatures(file.features)
    isUnfinished = file.isUnfinished
    faults = file.faults + features.faults
  }

  /// Creates the state at the begin of a recording that comes live.
  ///
  /// To follow a recording use ``follow(_:_:)``.
  ///
  /// - Parameters:
  ///   - events: The events, if they are known already.
  ///   - pmus: The PMUs of the machine.
  ///   - groups: The groups of events.
  ///   - clock: The clock of the records.
  ///   - cpus: The CPUs of the machine.
  ///   - history: How much of the past is kept.
  public init(
    events: [RecordedEvent] = [], pmus: [PMUMapping] = [], groups: [RecordedGroup] = [],
    clock: RecordClock = RecordClock(), cpus: CPUTable = CPUTable(),
    history: StateHistory = .latest
  ) {
    processes = ProcessTable(history: history)
    self.events = EventDirectory(events, pmus: pmus, groups: groups)
    census = SampleCensus(events)
    self.clock = clock
    self.cpus = cpus
    isUnfinished = false
    faults = []
  }

  /// Creates the state at the end of a file, of which any moment can be asked for.
  ///
  /// Where the records are damaged, reading ends or goes on behind the damage, and
  /// ``quality`` tells of it.
  ///
  /// - Parameters:
  ///   - file: The file, whose records are all read.
  ///   - handling: What to do at a damaged place.
  public init(reading file: borrowing PerfDataFile, atDamage handling: DamageHandling = .stop) {
    self.init(file)
    var kept = LateRecords()
    var records = file.records(atDamage: handling)
    do throws(PerfDataError) {
      while let record = try records.next() {
        if !kept.keep(record, latest: processes.latestTime) { processes.apply(record) }
        applyOthers(record)
      }
    } catch {
      damage = error
    }
    note(records.gaps)
    kept.hand { processes.apply($0) }
  }

  /// Takes note of everything that a record tells.
  ///
  /// - Parameter record: The next record in the caller's order.
  public mutating func apply(_ record: borrowing Record) {
    processes.apply(record)
    applyOthers(record)
  }

  private mutating func applyOthers(_ record: borrowing Record) {
    events.apply(record)
    losses.apply(record)
    census.apply(record)
    switch record.kind {
    case .timeConversion:
      timestampConversion = TimestampConversion(record) ?? timestampConversion
    case .headerFeature:
      if let file = liveFeatures.take(record) { takeFeatures(of: file) }
    default: break
    }
  }

  /// Takes over what has come of the header since.
  private mutating func takeFeatures(of file: borrowing PerfDataFile) {
    var features = FeatureReading()
    events.update(pmus: features.pmus(file), groups: features.groups(file))
    origin = features.origin(file)
    let new = features.clock(file, clockID: clock.clockID)
    if new.resolution != nil || new.knowsWallClock { clock = new }
    if file.features.contains(where: { LiveFeatures.cpuKinds.contains($0.feature) }) {
      cpus = features.cpus(file)
    }
    processes.insert(features.programs(file), features.types(file))
    liveFaults = features.faults
  }

  /// Takes over events that have come since, as they do in a pipe.
  ///
  /// It costs a comparison when there are none.
  ///
  /// - Parameter events: All events so far.
  public mutating func update(events: [RecordedEvent]) {
    self.events.update(events)
    census.update(events)
    if clock.clockID == nil, let identifier = RecordClock.identifier(events) {
      clock = clock.with(identifier: identifier)
    }
  }

  /// Takes note of the error at which reading ended, for ``quality``.
  ///
  /// - Parameter error: What the reader has thrown.
  public mutating func note(_ error: PerfDataError) {
    damage = error
  }

  /// Takes note of the stretches that a reader has skipped, for ``quality``.
  ///
  /// - Parameter gaps: All that ``RecordReader/gaps`` has.
  public mutating func note(_ gaps: [RecordingGap]) {
    self.gaps = gaps
  }

  /// How far the recording can be trusted, as far as it was read.
  ///
  /// - Complexity: O(n) for n modules.
  public var quality: RecordingQuality {
    let nameless = processes.modules.filter { module in
      (module.kind == .file || module.kind == .kernel) && processes.buildID(of: module) == nil
    }
    return RecordingQuality(
      isUnfinished: isUnfinished, faults: faults + liveFaults, damage: damage, gaps: gaps,
      losses: losses.totals, census: census, modulesWithoutBuildID: Set(nameless.map(\.path)).count)
  }
}
