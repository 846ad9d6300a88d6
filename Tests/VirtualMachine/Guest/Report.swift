import Glibc

/// The lines that tell how tests went.
struct Report {
  private var count: Int = 0
  private var failures: Int = 0

  /// Tells how a test went.
  mutating func add(_ hasPassed: Bool, _ name: String) {
    count += 1
    if !hasPassed { failures += 1 }
    print("\(hasPassed ? "ok" : "not ok") \(count) - \(name)")
  }

  /// Tells how many tests there were, and leaves.
  func end() -> Never {
    print("1..\(count)")
    fflush(nil)
    exit(failures == 0 ? 0 : 1)
  }
}
