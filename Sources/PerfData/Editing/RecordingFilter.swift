internal import PerfEvent

/// A choice of samples, by which a smaller recording is made.
///
/// A sample is kept when it fulfils every condition that is set; one that lacks
/// a field fulfils the condition on it. Other records follow these rules:
///
/// - What tells of a process, such as mappings and names, is kept for processes
///   that have kept samples and those from which they were forked, and for the
///   kernel, unless it came behind the end of the times.
/// - What tells of the kernel or of cgroups is kept up to the end of the times.
/// - What tells of the recording itself, such as lost records, pauses and context
///   switches, has to fulfil the conditions like a sample; all of it is kept when
///   there is an AUX area, whose decoders need it.
/// - What the recorder added is kept, without the entries of removed events.
///
/// The feature with the times of the samples gets those of the kept ones.
public struct RecordingFilter: Hashable, Sendable {
  /// The times in nanoseconds, both included.
  public var times: ClosedRange<UInt64>?
  /// The numbers of processes.
  public var processes: Set<Int32>?
  /// The numbers of threads.
  public var threads: Set<Int32>?
  /// The numbers of CPUs.
  public var cpus: Set<UInt32>?
  /// The positions of events in ``PerfDataFile/events``.
  public var events: Set<Int>?
  /// Whether events without any kept record are removed, with their identifiers.
  ///
  /// The first event stays if the records that the recorder made up have its layout.
  public var removesUnusedEvents: Bool = false

  /// Creates a filter that keeps everything.
  public init() {}

  /// Writes the part of a recording that the filter keeps.
  ///
  /// - Parameters:
  ///   - file: The recording, which is read twice.
  ///   - target: The place to write to.
  ///   - options: The form of the result, but for the byte order, which stays; by
  ///     default that of the recording, not packed.
  /// - Returns: The bytes, if they go to an array; otherwise nothing.
  /// - Throws: ``PerfDataError`` when the recording is damaged, or the target
  ///   cannot be written.
  @discardableResult
  public func write(
    _ file: borrowing PerfDataFile, to target: WriterTarget, options: WriterOptions? = nil
  ) throws(PerfDataError) -> [UInt8] {
    var edit = FilterEdit(filter: self)
    return try file.rewrite(by: &edit, to: target, options: .edited(options, file))
  }

  /// Tells whether a sample, or a record that is treated as one, is kept.
  func matches(_ record: borrowing Record) -> Bool {
    if let events, record.eventIndex >= 0, record.identifier != 0,
      !events.contains(record.eventIndex)
    {
      return false
    }
    if let times, let time = record.time, time != 0, !times.contains(time) { return false }
    if let cpus, let cpu = record.cpu, !cpus.contains(cpu) { return false }
    guard processes != nil || threads != nil, let thread = record.thread else { return true }
    if let processes, !processes.contains(thread.process) { return false }
    if let threads, !threads.contains(thread.thread) { return false }
    return true
  }
}
