/// The work on the chunks of a recording that several threads share.
///
/// Threads read chunks from where they guess that the first record begins. Where
/// it really does follows from the end of the chunk in front, which is known when
/// the results are combined; a chunk that was read from elsewhere is read again.
final class ChunkWork<Partial: Sendable, Failure: Error>: @unchecked Sendable {
  /// What came of reading a chunk.
  private struct Reading {
    /// From where it was read; nothing when no begin was found.
    var start: Int?
    /// Where the next chunk begins; nothing when all that is left was read.
    var end: Int?
    var result: Result<Partial?, Failure>
  }

  private let recording: RecordingBytes
  private let plan: ChunkPlan
  private let map: @Sendable (inout RecordReader) throws(Failure) -> Partial
  private let monitor: Monitor = Monitor()
  /// How far the reading may be in front of the combining.
  private let lead: Int
  private var nextTaken: Int = 0
  private var nextCombined: Int = 0
  private var readings: [Int: Reading] = [:]
  private var isStopped: Bool = false

  init(
    _ recording: RecordingBytes, chunkSize: Int, threads: Int,
    map: @escaping @Sendable (inout RecordReader) throws(Failure) -> Partial
  ) {
    self.recording = recording
    self.map = map
    plan = ChunkPlan(recording, size: chunkSize)
    // A single thread knows where each chunk begins.
    lead = threads == 1 ? 0 : 4 * threads
  }

  /// Works on chunks until there is none left.
  func help() {
    monitor.lock()
    while !isStopped && nextTaken < plan.count {
      if nextTaken < nextCombined + lead { readNext() } else { monitor.wait() }
    }
    monitor.unlock()
  }

  /// Works on chunks and hands the results out in their order.
  func combine(_ body: (Partial) throws(Failure) -> Void) throws(Failure) {
    defer { stop() }
    var begin: Int? = recording.dataRange.lowerBound
    for index in 0..<plan.count {
      let stretch = plan[index]
      if stretch.isFirst { begin = recording.range(of: stretch.part).lowerBound }
      guard let start = begin else { return }
      var reading = take(index)
      if reading?.start != start { reading = read(stretch, from: start) }
      guard let reading else { return }
      if let partial = try reading.result.get() { try body(partial) }
      // Nothing is left behind damage, not even other parts.
      guard let end = reading.end else { return }
      begin = end
    }
  }

  /// Waits for what came of a chunk that another thread reads, and reads others
  /// meanwhile; nothing when no thread has taken it.
  private func take(_ index: Int) -> Reading? {
    monitor.lock()
    defer { monitor.unlock() }
    nextCombined = index
    monitor.announce()
    if nextTaken <= index {
      nextTaken = index + 1
      return nil
    }
    while true {
      if let reading = readings.removeValue(forKey: index) { return reading }
      if nextTaken < plan.count && nextTaken < index + lead { readNext() } else { monitor.wait() }
    }
  }

  private func stop() {
    monitor.lock()
    isStopped = true
    monitor.announce()
    monitor.unlock()
  }

  /// Takes the next chunk and reads it; called and left with the lock.
  private func readNext() {
    let index = nextTaken
    nextTaken += 1
    monitor.unlock()
    let stretch = plan[index]
    var reading = Reading(start: nil, end: nil, result: .success(nil))
    if let start = guess(stretch) { reading = read(stretch, from: start) }
    monitor.lock()
    readings[index] = reading
    monitor.announce()
  }

  private func guess(_ stretch: ChunkPlan.Stretch) -> Int? {
    let range = recording.range(of: stretch.part)
    if stretch.isFirst { return range.lowerBound }
    return ChunkGuess.begin(
      unsafe recording.bytes(of: stretch.part), in: stretch.range, from: range.lowerBound,
      end: range.upperBound, isSwapped: recording.isSwapped)
  }

  private func read(_ stretch: ChunkPlan.Stretch, from start: Int) -> Reading {
    let isEnd = stretch.isLast && stretch.part == recording.parts.count
    // A record may be longer than a stretch, in which then none begins.
    if start >= stretch.range.upperBound && !isEnd {
      return Reading(start: start, end: start, result: .success(nil))
    }
    var reader = RecordReader(recording)
    reader.move(
      to: min(start, stretch.range.upperBound)..<stretch.range.upperBound, part: stretch.part,
      goesOn: isEnd, softEnd: recording.range(of: stretch.part).upperBound)
    do throws(Failure) {
      let partial = try map(&reader)
      return Reading(start: start, end: reader.chunkEnd, result: .success(partial))
    } catch {
      return Reading(start: start, end: nil, result: .failure(error))
    }
  }
}
