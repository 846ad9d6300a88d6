internal import EventCatalog
public import PerfEvent

/// Counts events of a task while an asynchronous closure runs.
///
/// The closure, the child tasks that it makes, and the actors with no executor of
/// their own that it calls run on one thread that is made for it, and nothing else
/// does. So the counts are those of the task, wherever it suspends, and never those
/// of a foreign thread. What runs elsewhere is **not** counted: the main actor,
/// actors with executors of their own, unstructured tasks, and threads.
///
/// - Parameters:
///   - expression: Events as perf names them, separated by commas.
///   - unsupported: What happens to events that the machine does not have.
///   - kernel: The kernel to ask.
///   - body: What to measure.
/// - Returns: The closure's result and the counts.
/// - Throws: ``CountingError``; ``CountingError/foreignThread`` if the closure is
///   bound to an actor with an executor of its own; and whatever the closure
///   throws.
@concurrent
public func measureTask<Value: Sendable>(
  _ expression: String,
  unsupported: UnsupportedEvents = .report,
  kernel: any Kernel = LinuxKernel(),
  _ body: @Sendable () async throws -> Value
) async throws -> Measurement<Value> {
  let groups: [EventGroup] = try resolve(expression, kernel)
  let executor = try ThreadExecutor()
  defer { executor.stop() }
  return try await withTaskExecutorPreference(executor) {
    try await measureHere(groups, unsupported, kernel, executor, body)
  }
}

/// Measures on the thread of the executor that runs the present task.
@concurrent
private func measureHere<Value: Sendable>(
  _ groups: [EventGroup],
  _ unsupported: UnsupportedEvents,
  _ kernel: any Kernel,
  _ executor: ThreadExecutor,
  _ body: @Sendable () async throws -> Value
) async throws -> Measurement<Value> {
  guard executor.isCurrentThread else { throw CountingError.foreignThread }
  let events = try ThreadEvents(groups, unsupported: unsupported, kernel: kernel)
  var words = DifferenceWords(count: events.wordCount)
  let ownCost: Counts = try words.ownCost(of: events)
  try words.start(events)
  let value: Value = try await body()
  try words.stop(events)
  guard executor.isCurrentThread else { throw CountingError.foreignThread }
  return Measurement(
    value: value, counts: events.counts(ofDelta: words.difference), ownCost: ownCost)
}
