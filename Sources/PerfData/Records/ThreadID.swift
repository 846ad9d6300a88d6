/// A thread and the process to which it belongs, by number.
@frozen
public struct ThreadID: Hashable, Sendable {
  /// The number of the process; -1 for the kernel's own mappings.
  ///
  /// The corresponding C field is `pid`.
  public var process: Int32
  /// The number of the thread; that of the process for its first thread.
  ///
  /// The corresponding C field is `tid`.
  public var thread: Int32

  /// Creates a value from two numbers.
  ///
  /// - Parameters:
  ///   - process: The number of the process.
  ///   - thread: The number of the thread.
  @inlinable
  public init(process: Int32, thread: Int32) {
    self.process = process
    self.thread = thread
  }
}
