public import EventCatalog
public import PerfEvent

/// The owner of events that are counted together.
///
/// Either all members are on the counters or none, so that their counts cover the
/// same time and may be divided by each other. The group starts disabled; only its
/// leader is switched on and off. Descriptors are closed when the owner goes out
/// of scope.
///
/// A group watches one task, on all CPUs or one, or one CPU, in the kernel's terms.
/// For all threads of a process or several CPUs, a ``CountingSession`` opens as many
/// groups as that takes.
public struct CounterGroup: ~Copyable, Sendable {
  /// The events, the leader first, with the modifiers that were in force.
  public let events: [Event]
  /// The task and the CPU that are watched.
  public let target: EventTarget
  /// The places of the values in a reading.
  public let layout: ReadLayout

  private let leader: OpenEvent
  private let siblings: [OpenEvent]
  private let options: GroupOptions
  let scope: ReadingScope

  /// Opens events as one group.
  ///
  /// An event without modifiers whose kernel side this user may not count is
  /// counted on the user side, and its name then ends in `:u`.
  ///
  /// - Parameters:
  ///   - events: The events, the leader first.
  ///   - target: The task and the CPU to watch.
  ///   - options: How the group is counted.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError/event(_:_:)`` with the event that is refused;
  ///   ``/PerfEvent/PerfEventError/doesNotFitIntoGroup`` if the group is too large.
  public init(
    _ events: [Event],
    target: EventTarget = .callingThread,
    options: GroupOptions = [],
    kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    guard !events.isEmpty else { throw .noEvents }
    var opener = GroupOpener(target: target, options: options, kernel: kernel)
    for event in events { try opener.add(event) }
    self.init(opener)
  }

  /// Opens the events of an expression as one group of the calling thread.
  ///
  /// - Parameters:
  ///   - expression: Events as perf names them, separated by commas.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError``.
  public init(
    _ expression: String, kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    try self.init(resolve(expression, kernel).flatMap(\.events), kernel: kernel)
  }

  init(_ opener: GroupOpener) {
    events = opener.events
    target = opener.target
    options = opener.options
    scope = opener.scope
    leader = opener.descriptors[0]
    siblings = Array(opener.descriptors.dropFirst())
    layout = ReadLayout(format: opener.format, memberCount: opener.events.count)
  }

  /// Starts counting.
  ///
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func enable() throws(CountingError) {
    try perform { (leader) throws(PerfEventError) in try leader.enable() }
  }

  /// Stops counting; what was counted stays readable.
  ///
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func disable() throws(CountingError) {
    try perform { (leader) throws(PerfEventError) in try leader.disable() }
  }

  /// Reads all counts and times at one moment.
  ///
  /// - Returns: The present state of the group.
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func read() throws(CountingError) -> Reading {
    var reading = Reading(layout: layout, scope: scope)
    try read(into: &reading)
    return reading
  }

  /// Reads all counts and times at one moment into an earlier reading.
  ///
  /// It is one system call without allocation.
  ///
  /// - Parameter reading: A reading, which is overwritten; one of another group is
  ///   replaced, which allocates.
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func read(into reading: inout Reading) throws(CountingError) {
    if reading.words.count != layout.wordCount || reading.layout.format != layout.format {
      reading = Reading(layout: layout, scope: scope)
    }
    var words: MutableSpan<UInt64> = reading.words.mutableSpan
    reading.hasPinnedFailed = try read(into: &words, from: 0) == 0
  }

  /// Reads into the words of a layout; 0 words, zeros all, if a pinned group failed.
  @inline(__always)
  borrowing func read(
    into words: inout MutableSpan<UInt64>, from start: Int
  ) throws(CountingError) -> Int {
    let wordCount: Int = layout.wordCount
    do {
      let count: Int = try leader.descriptor.read(
        into: &words, from: start, count: wordCount)
      if count == 0 {
        for word in start..<start + wordCount { words[word] = 0 }
      }
      return count
    } catch {
      throw .event(events[0].name, error)
    }
  }

  private borrowing func perform(
    _ action: (borrowing EventDescriptor) throws(PerfEventError) -> Void
  ) throws(CountingError) {
    do {
      try action(leader.descriptor)
    } catch {
      throw .event(events[0].name, error)
    }
  }
}
