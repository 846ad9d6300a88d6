public import EventCatalog
public import PerfEvent

/// The owner of one event that is counted by itself.
///
/// The counter starts disabled and is closed when the owner goes out of scope.
public struct Counter: ~Copyable, Sendable {
  private let group: CounterGroup

  /// Opens an event.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - target: The task and the CPU to watch.
  ///   - options: How the event is counted.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError/event(_:_:)``.
  public init(
    _ event: Event,
    target: EventTarget = .callingThread,
    options: GroupOptions = [],
    kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    group = try CounterGroup([event], target: target, options: options, kernel: kernel)
  }

  /// Opens an event of the calling thread by its name.
  ///
  /// - Parameters:
  ///   - name: One event as perf names it.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError``; ``CountingError/severalEvents(_:)`` if the name
  ///   stands for more than one.
  public init(_ name: String, kernel: any Kernel = LinuxKernel()) throws(CountingError) {
    let events: [Event] = try resolve(name, kernel).flatMap(\.events)
    guard let event = events.first else { throw .noEvents }
    guard events.count == 1 else { throw .severalEvents(name) }
    try self.init(event, kernel: kernel)
  }

  /// The event, with the modifiers that are in force.
  public var event: Event { group.events[0] }

  /// Starts counting.
  ///
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func enable() throws(CountingError) { try group.enable() }

  /// Stops counting; what was counted stays readable.
  ///
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func disable() throws(CountingError) { try group.disable() }

  /// Reads what was counted since the counter was opened.
  ///
  /// - Returns: The count, exact or scaled, or the reason why there is none.
  /// - Throws: ``CountingError/event(_:_:)``.
  public borrowing func read() throws(CountingError) -> Count {
    try group.read().count(of: 0)
  }
}
