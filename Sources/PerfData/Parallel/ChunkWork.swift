/// The work on the chunks of a recording that several threads share.
///
/// A thread takes the next chunk, goes over its headers from a guessed begin, and
/// waits until the chunk in front tells where it really begins; only then is it
/// read. What is read is thus never wrong, and each chunk is read once.
final class ChunkWork<Partial: Sendable, Failure: Error>: @unchecked Sendable {
  /// Where the records of a chunk begin, once it is known.
  enum Begin {
    case at(Int)
    /// An earlier chunk has all that is left.
    case nowhere
  }

  private let recording: RecordingBytes
  private let plan: ChunkPlan
  private let map: @Sendable (inout RecordReader) throws(Failure) -> Partial
  private let monitor: Monitor = Monitor()
  /// How far the reading may be in front of the combining.
  private let lead: Int
  private var nextTaken: Int = 0
  private var nextCombined: Int = 0
  private var begins: [Int: Begin] = [0: .at(0)]
  private var results: [Int: Result<Partial?, Failure>] = [:]
  private var isStopped: Bool = false

  init(
    _ recording: RecordingBytes, chunkSize: Int, threads: Int,
    map: @escaping @Sendable (inout RecordReader) throws(Failure) -> Partial
  ) {
    self.recording = recording
    self.map = map
    plan = ChunkPlan(recording, size: chunkSize)
    lead = 2 * threads + 2
    begins[0] = .at(recording.dataRange.lowerBound)
  }

  /// Works on chunks until there is none left.
  func help() {
    monitor.lock()
    while !isStopped && nextTaken < plan.count {
      if nextTaken < nextCombined + lead {
        workOnNext()
      } else {
        monitor.wait()
      }
    }
    monitor.unlock()
  }

  /// Works on chunks and hands the results out in their order.
  func combine(
    _ body: (Partial) throws(Failure) -> Void
  ) throws(Failure) {
    defer { stop() }
    while let result = nextResult() {
      if let partial = try result.get() { try body(partial) }
    }
  }

  private func nextResult() -> Result<Partial?, Failure>? {
    monitor.lock()
    defer { monitor.unlock() }
    while nextCombined < plan.count {
      if let result = results.removeValue(forKey: nextCombined) {
        nextCombined += 1
        monitor.announce()
        return result
      }
      if nextTaken < plan.count && nextTaken < nextCombined + lead {
        workOnNext()
      } else {
        monitor.wait()
      }
    }
    return nil
  }

  private func stop() {
    monitor.lock()
    isStopped = true
    monitor.announce()
    monitor.unlock()
  }

  /// Takes the next chunk and reads it; called and left with the lock.
  private func workOnNext() {
    let index = nextTaken
    nextTaken += 1
    monitor.unlock()
    let stretch = plan[index]
    let bytes = unsafe recording.bytes(of: stretch.part)
    let guess = guess(stretch, bytes)
    let guessed = guess.map { hop(stretch, bytes, from: $0) }
    monitor.lock()
    while begins[index] == nil { monitor.wait() }
    let begin = begins.removeValue(forKey: index)
    monitor.unlock()
    read(index, stretch, bytes, begin, guess, guessed)
    monitor.lock()
  }

  private func guess(_ stretch: ChunkPlan.Stretch, _ bytes: RawSpan) -> Int? {
    let range = recording.range(of: stretch.part)
    if stretch.isFirst { return range.lowerBound }
    return HeaderHop.guess(
      bytes, in: stretch.range, from: range.lowerBound, end: range.upperBound,
      isSwapped: recording.isSwapped)
  }

  private func hop(
    _ stretch: ChunkPlan.Stretch, _ bytes: RawSpan, from start: Int
  ) -> HeaderHop.End {
    HeaderHop.run(
      bytes, from: start, to: stretch.range.upperBound,
      end: recording.range(of: stretch.part).upperBound, isSwapped: recording.isSwapped)
  }

  /// Reads a chunk whose begin is known, after telling the next chunk its own.
  private func read(
    _ index: Int, _ stretch: ChunkPlan.Stretch, _ bytes: RawSpan, _ begin: Begin?,
    _ guess: Int?, _ guessed: HeaderHop.End?
  ) {
    guard case .at(let start) = begin else {
      tell(index + 1, .nowhere)
      finish(index, .success(nil))
      return
    }
    var end = hopEnd(stretch, bytes, start, guess, guessed)
    if stretch.isLast, case .reached = end {
      // The next part begins with a record.
      let isEnd = stretch.part >= recording.parts.count
      tell(index + 1, isEnd ? .nowhere : .at(0))
      end = .reached(stretch.range.upperBound)
    } else if case .reached(let next) = end {
      tell(index + 1, .at(next))
    } else {
      tell(index + 1, .nowhere)
    }
    finish(index, readRecords(stretch, from: start, end))
  }

  private func hopEnd(
    _ stretch: ChunkPlan.Stretch, _ bytes: RawSpan, _ start: Int, _ guess: Int?,
    _ guessed: HeaderHop.End?
  ) -> HeaderHop.End {
    if let guessed, guess == start { return guessed }
    return hop(stretch, bytes, from: start)
  }

  private func readRecords(
    _ stretch: ChunkPlan.Stretch, from start: Int, _ end: HeaderHop.End
  ) -> Result<Partial?, Failure> {
    var range = start..<recording.range(of: stretch.part).upperBound
    var goesOn = true
    if case .reached(let next) = end {
      // A record may be longer than a stretch, and the chunk then empty.
      if next <= start && !(stretch.isLast && stretch.part == recording.parts.count) {
        return .success(nil)
      }
      range = start..<max(start, next)
      goesOn = stretch.isLast && stretch.part == recording.parts.count
    }
    var reader = RecordReader(recording)
    reader.move(to: range, part: stretch.part, goesOn: goesOn)
    do throws(Failure) {
      return .success(try map(&reader))
    } catch {
      return .failure(error)
    }
  }

  private func tell(_ index: Int, _ begin: Begin) {
    monitor.lock()
    begins[index] = begin
    monitor.announce()
    monitor.unlock()
  }

  private func finish(_ index: Int, _ result: Result<Partial?, Failure>) {
    monitor.lock()
    results[index] = result
    monitor.announce()
    monitor.unlock()
  }
}
