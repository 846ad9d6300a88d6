public import EventCatalog
public import PerfEvent

/// A counter of named, nested regions of one thread's code.
///
/// The events count all the time; a region costs two readings and their
/// difference, and nothing is allocated once every place in the nesting was
/// visited. A region counts what the regions within it count, too; the report also
/// gives what is its own.
///
/// The counter belongs to the thread that made it. Entering a region on another
/// thread, as may happen after a suspension in an asynchronous function, is an
/// error and counts nothing: make the counter within ``measureTask(_:unsupported:kernel:_:)``
/// there.
public final class RegionCounter {
  private let events: ThreadEvents
  private var names: [String] = []
  private var regions: [String: Region] = [:]
  // Nothing that is called while the tree is changed comes back to the counter.
  @exclusivity(unchecked) private var tree: RegionTree

  /// The counts of an empty region, measured when the counter was made.
  ///
  /// They are part of the counts of every entry.
  public private(set) var ownCost: Counts

  /// Opens events of the calling thread and starts to count them.
  ///
  /// - Parameters:
  ///   - expression: Events as perf names them, separated by commas.
  ///   - unsupported: What happens to events that cannot be counted.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError``.
  public convenience init(
    _ expression: String,
    unsupported: UnsupportedEvents = .report,
    kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    try self.init(resolve(expression, kernel), unsupported: unsupported, kernel: kernel)
  }

  /// Opens events of the calling thread and starts to count them.
  ///
  /// - Parameters:
  ///   - groups: The events; those without braces are counted together as far as
  ///     the kernel allows.
  ///   - unsupported: What happens to events that cannot be counted.
  ///   - kernel: The kernel to ask.
  /// - Throws: ``CountingError``.
  public init(
    _ groups: [EventGroup],
    unsupported: UnsupportedEvents = .report,
    kernel: any Kernel = LinuxKernel()
  ) throws(CountingError) {
    let events = try ThreadEvents(groups, unsupported: unsupported, kernel: kernel)
    var words = DifferenceWords(count: events.wordCount)
    ownCost = try words.ownCost(of: events)
    unsafe tree = RegionTree(wordCount: events.wordCount)
    self.events = events
  }

  /// Returns the region of a name, to enter it without looking the name up.
  ///
  /// - Parameter name: The name.
  /// - Returns: The same region for the same name.
  public func region(_ name: String) -> Region {
    if let region = regions[name] { return region }
    let region = Region(index: names.count, counter: ObjectIdentifier(self))
    names.append(name)
    regions[name] = region
    return region
  }

  /// Counts a closure as a region.
  ///
  /// - Parameters:
  ///   - region: The region.
  ///   - body: What to count; an error that it throws leaves the region, too.
  /// - Returns: What the closure returns.
  /// - Throws: ``CountingError``, and whatever the closure throws.
  public func measure<Value>(_ region: Region, _ body: () throws -> Value) throws -> Value {
    try enter(region)
    let value: Value
    do {
      value = try body()
    } catch {
      // The closure's own error says more than one of leaving.
      try? leave(region)
      throw error
    }
    try leave(region)
    return value
  }

  /// Counts a closure as a region of a name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - body: What to count; an error that it throws leaves the region, too.
  /// - Returns: What the closure returns.
  /// - Throws: ``CountingError``, and whatever the closure throws.
  public func measure<Value>(_ name: String, _ body: () throws -> Value) throws -> Value {
    try measure(region(name), body)
  }

  /// Enters a region within the one that was entered last.
  ///
  /// - Parameter region: The region.
  /// - Throws: ``CountingError/foreignThread``, ``CountingError/foreignRegion``, or the
  ///   error of reading.
  public func enter(_ region: Region) throws(CountingError) {
    guard events.thread == ThreadIdentity.current else { throw .foreignThread }
    guard region.counter == ObjectIdentifier(self) else { throw .foreignRegion }
    try unsafe tree.enter(region, events)
  }

  /// Leaves the region that was entered last, and adds its counts up.
  ///
  /// - Parameter region: The region, as a check.
  /// - Throws: ``CountingError/unbalancedRegion(_:)``,
  ///   ``CountingError/foreignThread``, or the error of reading.
  public func leave(_ region: Region) throws(CountingError) {
    guard events.thread == ThreadIdentity.current else { throw .foreignThread }
    guard try unsafe tree.leave(region, events) else {
      throw .unbalancedRegion(name(of: region))
    }
  }

  /// Returns the totals of all regions so far, each below the one around it.
  ///
  /// - Returns: The totals in the order of first entry.
  /// - Throws: ``CountingError/openRegion(_:)`` while a region is entered.
  public func totals() throws(CountingError) -> [RegionTotal] {
    if let region = unsafe tree.innermost { throw .openRegion(name(of: region)) }
    return unsafe tree.depthFirst().map { node in
      RegionTotal(
        name: name(of: node.region), depth: node.depth, entries: node.entries,
        counts: events.counts(ofDelta: node.total), ownCounts: events.counts(ofDelta: node.own))
    }
  }

  private func name(of region: Region) -> String {
    region.counter == ObjectIdentifier(self) ? names[region.index] : "of another counter"
  }
}
