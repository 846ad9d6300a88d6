public import EventCatalog
public import PerfEvent

/// Counts events of the calling thread while a closure runs.
///
/// The closure cannot suspend, so that it stays on its thread even within an
/// asynchronous function. Threads that it starts are not counted. The events are
/// opened for this call and closed behind it; to measure often, use
/// ``RegionCounter``.
///
/// - Parameters:
///   - expression: Events as perf names them, separated by commas.
///   - unsupported: What happens to events that cannot be counted.
///   - kernel: The kernel to ask.
///   - body: What to measure.
/// - Returns: The closure's result and the counts.
/// - Throws: ``CountingError``, and whatever the closure throws.
public func measure<Value>(
  _ expression: String,
  unsupported: UnsupportedEvents = .report,
  kernel: any Kernel = LinuxKernel(),
  _ body: () throws -> Value
) throws -> Measurement<Value> {
  try measure(
    resolve(expression, kernel), unsupported: unsupported, kernel: kernel, body)
}

/// Counts events of the calling thread while a closure runs.
///
/// - Parameters:
///   - groups: The events; those without braces are counted together as far as the
///     kernel allows.
///   - unsupported: What happens to events that cannot be counted.
///   - kernel: The kernel to ask.
///   - body: What to measure.
/// - Returns: The closure's result and the counts.
/// - Throws: ``CountingError``, and whatever the closure throws.
public func measure<Value>(
  _ groups: [EventGroup],
  unsupported: UnsupportedEvents = .report,
  kernel: any Kernel = LinuxKernel(),
  _ body: () throws -> Value
) throws -> Measurement<Value> {
  let events = try ThreadEvents(groups, unsupported: unsupported, kernel: kernel)
  var words = DifferenceWords(count: events.wordCount)
  let ownCost: Counts = try words.ownCost(of: events)
  try words.start(events)
  let value: Value = try body()
  try words.stop(events)
  return Measurement(
    value: value, counts: events.counts(ofDelta: words.difference), ownCost: ownCost)
}
