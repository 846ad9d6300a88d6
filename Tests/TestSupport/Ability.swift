import PerfEvent

/// What this process may count on the kernel below it, found out by trying.
///
/// Tests that count for real are enabled by these conditions, so that a user
/// without privilege, or within a container, sees skipped tests and the reason.
package enum Ability {
  /// Why not even the user side of the own thread may be counted, or nil.
  package static let obstacle: String? = refusal([.excludeKernel, .excludeHypervisor])

  /// Whether anything may be counted.
  package static var countsEvents: Bool { obstacle == nil }

  /// The reason for tests that are skipped because nothing may be counted.
  package static var whyNoEvents: String { obstacle ?? "events may be counted" }

  /// Why the kernel side of the own thread may not be counted, or nil.
  package static let kernelSideObstacle: String? = refusal([])

  /// Whether the kernel side may be counted too.
  package static var countsKernelSide: Bool { kernelSideObstacle == nil }

  /// The reason for tests that are skipped because only the user side is counted.
  package static var whyNoKernelSide: String {
    kernelSideObstacle ?? "the kernel side may be counted"
  }

  /// The name under which an event without modifiers appears in results.
  ///
  /// Where only the user side may be counted, the result must say so.
  ///
  /// - Parameter event: The name as it was asked for.
  /// - Returns: The same name, with `:u` if the kernel side may not be counted.
  package static func name(_ event: String) -> String {
    countsKernelSide ? event : event + ":u"
  }

  private static func refusal(_ flags: EventFlags) -> String? {
    var pageFaults = EventAttributes(type: .software, config: 2)
    pageFaults.flags = flags
    do {
      _ = try EventDescriptor(opening: pageFaults).target
      return nil
    } catch {
      return error.description
    }
  }
}
