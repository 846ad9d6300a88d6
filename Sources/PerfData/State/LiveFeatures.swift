internal import PerfEvent

/// The features that came as records since the recording was opened.
struct LiveFeatures: Sendable {
  /// The features that the state is made of.
  private static let kinds: Set<HeaderFeature> = [
    .hostname, .osRelease, .perfVersion, .architecture, .cpuCounts, .cpuDescription, .cpuID,
    .totalMemory, .commandLine, .cpuTopology, .numaTopology, .pmuMappings, .groupDescriptions,
    .cache, .clockID, .bpfProgramInfo, .bpfTypeFormat, .clockData, .hybridTopology,
  ]
  /// Those that tell about the CPUs.
  static let cpuKinds: Set<HeaderFeature> = [
    .cpuCounts, .cpuTopology, .numaTopology, .hybridTopology, .cache,
  ]
  /// Each kind is taken once, so that a recording cannot ask for endless work.
  private var known: Set<HeaderFeature> = []
  private var records: [UInt8] = []

  /// Takes the features of a file as known.
  init(_ features: [FeatureSection] = []) {
    known = Set(features.map(\.feature))
  }

  /// Takes a record if it is a feature that was not known.
  ///
  /// - Returns: All features that came so far, as a stream of their own.
  mutating func take(_ record: borrowing Record) -> PerfDataFile? {
    guard record.size > 16, record.size == record.bytes.byteCount else { return nil }
    let number = record.fields.uint64(8)
    let feature = HeaderFeature(rawValue: UInt32(clamping: number))
    guard LiveFeatures.kinds.contains(feature), known.insert(feature).inserted else {
      return nil
    }
    if records.isEmpty {
      let swapped: ByteOrder = ByteOrder.native == .littleEndian ? .bigEndian : .littleEndian
      let order = record.isSwapped ? swapped : .native
      var head = ByteEncoder(order)
      head.put([FileHeader.magic, 16])
      records = head.bytes
    }
    records += Array(copying: record.bytes)
    do throws(PerfDataError) {
      return try PerfDataFile(bytes: records)
    } catch {
      return nil
    }
  }
}
