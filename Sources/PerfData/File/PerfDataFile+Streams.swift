extension PerfDataFile {
  /// The number of bytes that a stream may have unless told otherwise.
  ///
  /// It is half of the machine's memory, or 1 GiB where the system does not tell
  /// that. A stream such as a pipe has to be kept in memory as a whole, and one
  /// that never ends would otherwise take all there is. In a container that may
  /// use less memory than that, give a limit of your own.
  public static var defaultStreamLimit: Int { SystemCalls.memorySize.map { $0 / 2 } ?? 1 << 30 }
}
