/// A record that a step of a follower found in its window.
struct FollowedPlace {
  let range: Range<Int>
  let kind: UInt32
  let flags: UInt16
  let size: Int

  init(_ frame: RecordFrame, from start: Int) {
    range = start..<frame.end
    kind = frame.kind
    flags = frame.flags
    size = frame.size
  }
}

/// What a step of a follower led to.
enum FollowStep {
  case record(FollowedPlace)
  case waiting
  case ended
}
