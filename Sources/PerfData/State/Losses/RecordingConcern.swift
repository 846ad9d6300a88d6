/// One reason to trust a recording less.
public struct RecordingConcern: Hashable, Sendable, CustomStringConvertible {
  /// What the reason is about.
  public enum Subject: Hashable, Sendable {
    /// The recorder has not finished the file.
    case unfinished
    /// Something was wrong with the file on opening.
    case fileFault
    /// Reading ended at damage.
    case damage
    /// Stretches of the file were skipped.
    case gaps
    /// Records were lost.
    case lostRecords
    /// Samples were lost.
    case lostSamples
    /// Samples were dropped on request.
    case filteredSamples
    /// Records came later than promised.
    case lateRecords
    /// Events were stopped for a while.
    case throttled
    /// Pieces of the AUX area are damaged.
    case auxData
    /// Samples cannot be decoded.
    case undecodableSamples
    /// Samples lack their CPU.
    case noCPU
    /// Samples lack their time.
    case noTime
    /// Samples lack their thread.
    case noThread
    /// Modules lack their build identifier.
    case noBuildIDs
    /// Callchains are empty.
    case emptyCallchains
    /// Callchains are cut.
    case cutCallchains
    /// Callchains lack their user part.
    case deferredCallchains
    /// Copies of stacks may be cut.
    case fullStacks
  }

  /// What the reason is about.
  public let subject: Subject
  /// How often it was seen; the unit follows from the subject.
  public let count: UInt64
  /// The reason in one sentence.
  public let description: String
}
