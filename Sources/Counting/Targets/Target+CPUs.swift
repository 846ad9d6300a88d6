internal import PerfEvent

extension Target {
  /// Returns CPUs from their list form, such as `0-3,8`.
  ///
  /// - Parameter text: The list as the kernel writes it.
  /// - Returns: The CPUs in ascending order, or nil if the text is no such list.
  public static func cpus(parsing text: String) -> Target? {
    CPUList(parsing: text).map { .cpus($0.cpus) }
  }
}
