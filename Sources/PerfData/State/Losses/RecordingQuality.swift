/// How far a recording can be trusted, as a list of reasons against it.
///
/// An empty list means that nothing speaks against it; each reason has a number
/// and a sentence for people.
public struct RecordingQuality: Sendable {
  /// The reasons, the gravest first.
  public private(set) var concerns: [RecordingConcern] = []

  /// Creates a list from what was found.
  ///
  /// - Parameters:
  ///   - isUnfinished: Whether the recorder has not finished the file.
  ///   - faults: What was wrong with the file on opening.
  ///   - damage: What reading ended at.
  ///   - gaps: The stretches that were skipped.
  ///   - losses: What was lost.
  ///   - census: What the samples lack.
  ///   - modulesWithoutBuildID: The mapped files whose build identifier is not known.
  public init(
    isUnfinished: Bool, faults: [PerfDataError], damage: PerfDataError?,
    gaps: [RecordingGap] = [], losses: LossTotals, census: SampleCensus, modulesWithoutBuildID: Int
  ) {
    if isUnfinished {
      add(.unfinished, 1, "The recorder has not finished the file, so its features are missing.")
    }
    for fault in faults where fault != damage { add(.fileFault, 1, "On opening: \(fault).") }
    if let damage { add(.damage, 1, "Reading ended early: \(damage).") }
    addGaps(gaps)
    addLosses(losses)
    addSamples(census)
    if modulesWithoutBuildID > 0 {
      let count = UInt64(modulesWithoutBuildID)
      add(
        .noBuildIDs, count,
        "\(Self.number(count, "mapped file")) cannot be checked by build identifier.")
    }
  }

  private mutating func addGaps(_ gaps: [RecordingGap]) {
    guard !gaps.isEmpty else { return }
    let count = UInt64(gaps.count)
    let bytes = gaps.reduce(UInt64(0)) { $0.addingClamped(UInt64($1.range.count)) }
    add(
      .gaps, count,
      "\(Self.number(count, "damaged place")) made the reader skip \(Self.number(bytes, "byte")).")
  }

  private mutating func addLosses(_ losses: LossTotals) {
    count(.lostRecords, losses.lostRecords, "record", "lost because buffers were full.")
    // These are the same losses, counted by event.
    if losses.lostRecords == 0 {
      count(.lostSamples, losses.lostSamples, "sample", "lost because buffers were full.")
    }
    count(.lostSamples, losses.undeliveredSamples, "sample", "lost before reaching a buffer.")
    count(.filteredSamples, losses.filteredSamples, "sample", "dropped by a filter on request.")
    count(.lateRecords, losses.lateRecords, "record", "written later than the rounds promise.")
    if losses.throttleCount > 0 {
      let seconds = TimeResolution.microseconds.text(losses.throttledTime)
      let times = Self.number(losses.throttleCount, "time")
      add(
        .throttled, losses.throttleCount,
        "Events were stopped \(times) for coming too fast, for \(seconds) s in all.")
    }
    count(.auxData, losses.damagedAUXPieces, "piece", "cut off or incomplete in the AUX area.")
  }

  private mutating func addSamples(_ census: SampleCensus) {
    count(.undecodableSamples, census.undecodable, "sample", "not possible to decode.")
    count(.noTime, census.withoutTime, "sample", "recorded without time.")
    count(.noCPU, census.withoutCPU, "sample", "recorded without CPU.")
    count(.noThread, census.withoutThread, "sample", "recorded without thread.")
    count(.emptyCallchains, census.emptyCallchains, "callchain", "without any frame.")
    count(
      .cutCallchains, census.cutCallchains, "callchain", "as long as the limit and likely cut.")
    count(
      .deferredCallchains, census.deferredCallchains, "callchain", "without their user part.")
    count(
      .fullStacks, census.fullStacks, "stack copy", "as large as the room and likely cut.",
      plural: "stack copies")
  }

  private mutating func count(
    _ subject: RecordingConcern.Subject, _ count: UInt64, _ noun: String, _ rest: String,
    plural: String? = nil
  ) {
    guard count > 0 else { return }
    let verb = count == 1 ? "is" : "are"
    add(subject, count, "\(Self.number(count, noun, plural: plural)) \(verb) \(rest)")
  }

  private mutating func add(
    _ subject: RecordingConcern.Subject, _ count: UInt64, _ sentence: String
  ) {
    concerns.append(RecordingConcern(subject: subject, count: count, description: sentence))
  }

  private static func number(_ count: UInt64, _ noun: String, plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
  }
}
