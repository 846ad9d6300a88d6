/// What a recording lacks, and when: lost records, stopped events, cut AUX data.
///
/// Give it every record. The windows are kept by time of their end in the
/// caller's order; their number is limited, the totals go on.
public struct LossLog: Sendable {
  private struct Pause: Sendable {
    let eventIndex: Int
    let cpu: UInt32?
    let begin: UInt64
  }

  /// The number of windows that are kept.
  public let limit: Int
  private var closed: [LossWindow] = []
  private var open: [UInt64: Pause] = [:]
  private var sums: LossTotals = LossTotals()
  /// The time of the last record by CPU.
  private var lastTimes: [UInt32: UInt64] = [:]
  private var lastCPU: UInt32?
  private var lastTime: UInt64 = 0
  private var latest: UInt64 = 0
  private var latestAtRound: UInt64 = 0
  private var latestAtRoundBefore: UInt64 = 0
  /// The samples that the kernel counted as lost, by identifier.
  public private(set) var lostSamplesByIdentifier: [UInt64: UInt64] = [:]

  /// Creates an empty log.
  ///
  /// - Parameter limit: The number of windows that are kept.
  public init(limit: Int = 1 << 20) {
    self.limit = limit
  }

  /// The windows, in the order in which they ended; pauses without an end come last.
  public var windows: [LossWindow] {
    closed
      + open.values.map { pause in window(pause, end: max(latest, pause.begin)) }
      .sorted { $0.begin < $1.begin }
  }

  /// What was lost in all.
  public var totals: LossTotals {
    var totals = sums
    for pause in open.values where latest > pause.begin {
      totals.throttledTime = totals.throttledTime.addingClamped(latest - pause.begin)
    }
    return totals
  }

  /// Takes note of what a record tells of losses.
  ///
  /// - Parameter record: The next record in the caller's order.
  public mutating func apply(_ record: borrowing Record) {
    switch record.kind {
    case .lost, .lostSamples, .throttle, .unthrottle, .aux: applyLoss(record)
    case .finishedRound:
      (latestAtRoundBefore, latestAtRound) = (latestAtRound, latest)
    default: break
    }
    noteTime(record)
  }

  /// Keeps the times from which losses on a CPU may date.
  private mutating func noteTime(_ record: borrowing Record) {
    guard let time = record.time, time != 0, time != .max else { return }
    if time < latestAtRoundBefore { sums.lateRecords += 1 }
    if time > latest { latest = time }
    guard let cpu = record.cpu else { return }
    // Many records of one CPU follow each other.
    if cpu != lastCPU {
      if let lastCPU { lastTimes[lastCPU] = lastTime }
      lastCPU = cpu
    }
    lastTime = time
  }

  private func timeBefore(on cpu: UInt32?) -> UInt64? {
    guard let cpu else { return nil }
    return cpu == lastCPU ? lastTime : lastTimes[cpu]
  }

  private mutating func applyLoss(_ record: borrowing Record) {
    switch record.content {
    case .lost(let lost):
      sums.lostRecords = sums.lostRecords.addingClamped(lost.count)
      note(.lostRecords, record, count: lost.count)
    case .lostSamples(let lost): apply(lost, record)
    case .throttle(let throttle):
      let time = record.time ?? throttle.time
      sums.throttleCount += 1
      if open[throttle.streamID] == nil {
        open[throttle.streamID] = Pause(
          eventIndex: record.eventIndex, cpu: record.cpu, begin: time)
      }
    case .unthrottle(let throttle):
      let time = record.time ?? throttle.time
      guard let pause = open.removeValue(forKey: throttle.streamID) else { break }
      let window = window(pause, end: time)
      sums.throttledTime = sums.throttledTime.addingClamped(window.duration)
      keep(window)
    case .aux(let aux):
      let flags = aux.auxFlags
      if flags & 13 != 0 { sums.damagedAUXPieces += 1 }
      if flags & 1 != 0 { note(.auxTruncated, record, count: 0) }
      if flags & 4 != 0 { note(.auxPartial, record, count: 0) }
      if flags & 8 != 0 { note(.auxCollision, record, count: 0) }
    default: break
    }
  }

  private mutating func apply(_ lost: borrowing LostSamplesRecord, _ record: borrowing Record) {
    if record.flags.contains(.droppedByBPF) {
      sums.filteredSamples = sums.filteredSamples.addingClamped(lost.count)
    } else if let time = record.time, time != 0, time != .max {
      sums.undeliveredSamples = sums.undeliveredSamples.addingClamped(lost.count)
      note(.lostSamples, record, count: lost.count)
    } else {
      // The recorder writes these at the end, from counts that the kernel keeps.
      sums.lostSamples = sums.lostSamples.addingClamped(lost.count)
      let identifier = record.identifier ?? 0
      lostSamplesByIdentifier[identifier] =
        (lostSamplesByIdentifier[identifier] ?? 0).addingClamped(lost.count)
    }
  }

  private mutating func note(
    _ cause: LossWindow.Cause, _ record: borrowing Record, count: UInt64
  ) {
    let end = record.time ?? latest
    let begin = min(timeBefore(on: record.cpu) ?? end, end)
    keep(
      LossWindow(
        cause: cause, eventIndex: record.eventIndex, cpu: record.cpu, begin: begin, end: end,
        count: count))
  }

  private mutating func keep(_ window: LossWindow) {
    if closed.count < limit { closed.append(window) }
  }

  private func window(_ pause: Pause, end: UInt64) -> LossWindow {
    LossWindow(
      cause: .throttled, eventIndex: pause.eventIndex, cpu: pause.cpu, begin: pause.begin,
      end: end, count: 0)
  }
}

extension UInt64 {
  /// The sum, or the greatest number where it is more.
  func addingClamped(_ other: UInt64) -> UInt64 {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
