extension RecordingState {
  /// Follows a recording that is still being written, and keeps up with it.
  ///
  ///     var follower = try RecordFollower(path: path)
  ///     var state = RecordingState()
  ///     try state.follow(&follower) { record, state in
  ///       if let sample = record.sample { print(state.processes.name(of: sample) ?? "?") }
  ///       return true
  ///     }
  ///
  /// - Parameters:
  ///   - follower: The loop over the records; what was taken from it before is not seen.
  ///   - body: Takes each record with the state behind it, and returns whether to go on.
  /// - Throws: ``PerfDataError`` when the follower does; ``quality`` tells of it too.
  public mutating func follow(
    _ follower: inout RecordFollower, _ body: (borrowing Record, RecordingState) -> Bool
  ) throws(PerfDataError) {
    var goesOn = true
    do throws(PerfDataError) {
      while goesOn {
        // What is known before the next record is asked for is known to its body.
        update(events: follower.events)
        goesOn = try step(&follower, body)
      }
    } catch {
      note(error)
      throw error
    }
  }

  private mutating func step(
    _ follower: inout RecordFollower, _ body: (borrowing Record, RecordingState) -> Bool
  ) throws(PerfDataError) -> Bool {
    guard let record = try follower.next() else { return false }
    apply(record)
    return body(record, self)
  }
}
