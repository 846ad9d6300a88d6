public import EventCatalog
public import PerfEvent

/// The owner of all groups that count a list of events on a target.
///
/// Each event stands for itself, unless braces group it with others. Everything
/// starts disabled. Counts of several tasks or CPUs are added up, each scaled by
/// its own times.
public struct CountingSession: ~Copyable, Sendable {
  /// The events in the order in which they were asked for.
  public let events: [Event]

  private let groups: [OpenGroup]
  private let refusals: [Int: PerfEventError]

  /// Opens events on a target.
  ///
  /// - Parameters:
  ///   - eventGroups: The events.
  ///   - target: Whose events are counted.
  ///   - unsupported: What happens to events that cannot be counted.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError``.
  public init(
    _ eventGroups: [EventGroup],
    target: Target,
    unsupported: UnsupportedEvents = .report,
    kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    try self.init(TargetOpener(eventGroups, unsupported, kernel).open(target), unsupported)
  }

  /// Opens the events of an expression on a target.
  ///
  /// - Parameters:
  ///   - expression: Events as perf names them, separated by commas.
  ///   - target: Whose events are counted.
  ///   - unsupported: What happens to events that cannot be counted.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError``.
  public init(
    _ expression: String,
    target: Target,
    unsupported: UnsupportedEvents = .report,
    kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    try self.init(
      resolve(expression, kernel), target: target, unsupported: unsupported, kernel: kernel)
  }

  /// Opens events on a command that waits to be executed.
  ///
  /// Counting starts by itself when the command is executed, and covers the
  /// processes and threads that it starts.
  ///
  /// - Parameters:
  ///   - eventGroups: The events.
  ///   - command: The command, not yet started.
  ///   - unsupported: What happens to events that cannot be counted.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError``.
  public init(
    _ eventGroups: [EventGroup],
    command: borrowing WaitingCommand,
    unsupported: UnsupportedEvents = .report,
    kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    let opener = TargetOpener(eventGroups, unsupported, kernel)
    try self.init(opener.open(command: command.processID), unsupported)
  }

  private init(
    _ opened: TargetOpener.Result, _ unsupported: UnsupportedEvents
  ) throws(CountingError) {
    try opened.check(unsupported)
    events = opened.events
    groups = opened.groups
    refusals = opened.refusals
  }

  /// Starts counting.
  ///
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func enable() throws(CountingError) {
    for opened in groups { try opened.group.enable() }
  }

  /// Stops counting; what was counted stays readable.
  ///
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func disable() throws(CountingError) {
    for opened in groups { try opened.group.disable() }
  }

  /// Reads what was counted since the session was opened.
  ///
  /// - Returns: The counts in the order in which the events were asked for.
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func counts() throws(CountingError) -> Counts {
    var isCounted: [Bool] = [Bool](repeating: false, count: events.count)
    var sums: [CountAccumulator] = [CountAccumulator](
      repeating: CountAccumulator(), count: events.count)
    for opened in groups {
      let reading: Reading = try opened.group.read()
      for (member, place) in opened.places.enumerated() {
        isCounted[place] = true
        sums[place].add(
          reading.count(of: member), value: reading.value(of: member),
          enabled: reading.timeEnabled, running: reading.timeRunning,
          lost: reading.lost(of: member))
      }
    }
    var results: [EventCount] = []
    for place in events.indices {
      // Some CPUs may lack an event that others have.
      if let refusal = refusals[place], !isCounted[place] {
        results.append(EventCount(events[place], notSupported: refusal))
        continue
      }
      // None of the CPUs belongs to the event's PMU.
      if !isCounted[place] {
        sums[place].add(.notCounted(.wrongCPU), value: 0, enabled: 0, running: 0, lost: nil)
      }
      results.append(sums[place].result(for: events[place]))
    }
    return Counts(results)
  }
}
