/// A thread from its begin to its end.
///
/// Numbers of threads come back; each bearer of a number has a life of its own.
public struct ThreadLife: Hashable, Sendable {
  /// The thread and its process.
  public let thread: ThreadID
  /// The process in which a guest runs, or 0 for a thread of the host.
  public let machine: Int32
  /// The thread that forked it, if that is known.
  public let parent: ThreadID?
  /// The time in nanoseconds at which it was forked.
  ///
  /// It is 0 for a thread that was there before the recording, and nothing where
  /// no fork was recorded.
  public let startTime: UInt64?
  /// The time in nanoseconds at which it ended, if that was recorded.
  ///
  /// Its last samples may be a little later.
  public let exitTime: UInt64?
  /// The name that it took over from the thread that forked it.
  public let inheritedName: String?
  /// The names that it took itself, by time.
  public let names: [NameChange]
}
