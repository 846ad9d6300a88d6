public import PerfEvent

extension Target {
  /// Tells whether the target can still run.
  ///
  /// A process or thread that has ended but was not waited for cannot. The calling
  /// thread and CPUs always can.
  ///
  /// - Parameter kernel: The kernel to ask.
  /// - Returns: Whether there is something left to count.
  public func isAlive(kernel: any Kernel = LinuxKernel()) -> Bool {
    switch self {
    case .thread(let task): Self.state(of: "/proc/\(task)/stat", kernel).isAlive
    case .process(let process):
      ((try? kernel.listDirectory("/proc/\(process)/task")) ?? []).contains {
        Self.state(of: "/proc/\(process)/task/\($0)/stat", kernel).isAlive
      }
    case .thisThread, .cpus, .wholeMachine: true
    }
  }

  /// The letter behind the name of the task, which may itself hold parentheses.
  private static func state(of path: String, _ kernel: any Kernel) -> Character? {
    guard let text = try? kernel.readText(path), let end = text.lastIndex(of: ")") else {
      return nil
    }
    return text[text.index(after: end)...].first { $0 != " " }
  }
}

extension Character? {
  fileprivate var isAlive: Bool { self != nil && self != "Z" && self != "X" }
}
