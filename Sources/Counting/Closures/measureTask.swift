internal import EventCatalog
public import PerfEvent

/// Counts events of a task while an asynchronous closure runs.
///
/// The closure, the child tasks that it makes, and the actors with no executor of
/// their own that it calls run on one thread that is made for it. So the task is
/// counted wherever it suspends and resumes, and what other threads do is not. Two
/// limits follow from how Swift runs actors:
///
/// - What the task has done elsewhere is **not** counted: on the main actor, on
///   actors with executors of their own, in unstructured tasks, and on threads.
/// - While the task holds an actor for which **other tasks wait**, their turns on
///   that actor may run on its thread and are counted with it. Measure with actors
///   that nobody else uses at the time.
///
/// - Parameters:
///   - expression: Events as perf names them, separated by commas.
///   - unsupported: What happens to events that cannot be counted.
///   - kernel: The kernel to ask.
///   - body: What to measure; not isolated to an actor.
/// - Returns: The closure's result and the counts.
/// - Throws: ``CountingError``; ``CountingError/isolatedClosure`` if the closure is
///   isolated to an actor; and whatever the closure throws.
@concurrent
public func measureTask<Value: Sendable>(
  _ expression: String,
  unsupported: UnsupportedEvents = .report,
  kernel: any Kernel = LinuxKernel(),
  _ body: @isolated(any) @Sendable () async throws -> Value
) async throws -> Measurement<Value> {
  // Such a closure would hop to its actor, whose thread is not counted.
  guard body.isolation == nil else { throw CountingError.isolatedClosure }
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
  _ body: @isolated(any) @Sendable () async throws -> Value
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
