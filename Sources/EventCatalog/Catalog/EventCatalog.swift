public import PerfEvent

/// What the events of a machine are called and how the kernel is told of them.
///
/// The catalog reads the machine through a kernel, or through any folder that stands
/// for `/sys`. It keeps nothing between two calls, so that a PMU that comes or goes
/// is noticed.
public struct EventCatalog: Sendable {
  private let kernel: any Kernel
  private let sysfs: String
  private let tracefs: [String]

  /// Creates a catalog of a machine.
  ///
  /// - Parameters:
  ///   - kernel: What reads the files.
  ///   - sysfs: The folder that stands for `/sys`.
  ///   - tracefs: The folder where tracefs is mounted; nil looks at the usual two
  ///     below `sysfs`.
  public init(
    kernel: any Kernel = LinuxKernel(), sysfs: String = "/sys", tracefs: String? = nil
  ) {
    self.kernel = kernel
    self.sysfs = sysfs
    self.tracefs =
      tracefs.map { [$0] } ?? ["\(sysfs)/kernel/tracing", "\(sysfs)/kernel/debug/tracing"]
  }

  /// Returns the events that an expression in the language of perf stands for.
  ///
  /// The article <doc:Naming-Events> shows the language. A name may stand for
  /// several events: one per kind of core, per instance of a PMU, or per match of a
  /// pattern.
  ///
  /// - Parameters:
  ///   - expression: Events and groups, with commas between them.
  ///   - purpose: What the events are wanted for.
  /// - Returns: The groups in the order of the text; an event outside of braces is
  ///   one by itself.
  /// - Throws: What is wrong with the expression, and where.
  public func resolve(
    _ expression: String, for purpose: EventPurpose = .counting
  ) throws(EventNameError) -> [EventGroup] {
    do {
      var parser = try ExpressionParser(expression)
      let groups: [ParsedGroup] = try parser.parse()
      let context = TermContext(pmus: inventory, purpose: purpose)
      let resolver = EventResolver(
        providers: [
          GenericProvider(context: context),
          PMUProvider(context: context),
          TracepointProvider(
            kernel: kernel, context: context, roots: tracefs, limit: EventResolver.limit),
        ], purpose: purpose)
      return try resolver.resolve(groups)
    } catch {
      throw EventNameError(error, in: expression)
    }
  }

  /// A view of sysfs as it is from now on.
  var inventory: PMUInventory { PMUInventory(kernel: kernel, sysfs: sysfs) }
}
