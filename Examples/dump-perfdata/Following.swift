import CommandLineSupport
import PerfData

/// Shows the records of a recording while it is being written, until the recorder
/// has finished it or a signal asks to stop.
///
/// - Returns: What could not be read.
func follow(
  _ path: String, _ listing: inout Listing, to output: inout Output
) throws -> [PerfDataError] {
  let signals = SignalQueue()
  // Silence is the time for writing out what has come.
  var follower =
    path == "-"
    ? try RecordFollower(descriptor: 0, patience: 100)
    : try RecordFollower(path: path, patience: 100)
  do {
    while true {
      // The events may be news of the same step, which a borrowed record hides.
      while let record = try follower.next()?.copy() {
        let recording = Recording(events: follower.events)
        try listing.show(record.view, recording: recording, to: &output)
      }
      try output.flush()
      if follower.end == .finished { break }
      if case .interruption = signals.next(milliseconds: 0) { break }
    }
  } catch {
    guard let fault = error as? PerfDataError else { throw error }
    return [fault]
  }
  return listing.fault.map { [$0] } ?? []
}
