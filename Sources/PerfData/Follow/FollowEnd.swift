/// The reason why a follower has no more records.
public enum FollowEnd: Hashable, Sendable {
  /// The recorder finished the file, or closed its end of the pipe.
  case finished
  /// The caller asked to stop.
  case stopped
  /// No byte came for as long as the caller wanted to wait.
  case silent
}
