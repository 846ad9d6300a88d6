internal import PerfEvent

/// Where the fields of an event's samples and trailers lie; computed once per event.
///
/// Offsets count from the begin of the record with its header, so that 0 means
/// a field that is absent. Offsets of the trailer count from the record's end.
@frozen
@usableFromInline
struct SampleLayout: BitwiseCopyable, Sendable {
  @usableFromInline var identifier: UInt8 = 0
  @usableFromInline var instructionPointer: UInt8 = 0
  @usableFromInline var thread: UInt8 = 0
  @usableFromInline var time: UInt8 = 0
  @usableFromInline var address: UInt8 = 0
  @usableFromInline var streamID: UInt8 = 0
  @usableFromInline var cpu: UInt8 = 0
  @usableFromInline var period: UInt8 = 0
  /// The first byte behind the fields of fixed size.
  @usableFromInline var fixedEnd: UInt8 = 8
  @usableFromInline var hasVariableFields: Bool = false
  /// Whether there are fields of variable place behind the raw data.
  @usableFromInline var hasRareFields: Bool = false
  /// Where the size of the raw data stands, if no field of variable size is in front.
  @usableFromInline var rawData: UInt8 = 0
  @usableFromInline var hasTrailer: Bool = false
  @usableFromInline var trailerThread: UInt8 = 0
  @usableFromInline var trailerTime: UInt8 = 0
  @usableFromInline var trailerID: UInt8 = 0
  @usableFromInline var trailerStreamID: UInt8 = 0
  @usableFromInline var trailerCPU: UInt8 = 0
  @usableFromInline var trailerSize: UInt8 = 0
  /// Whether another event of the file has branch counters, which may then
  /// stand in this one's samples too.
  @usableFromInline var mayHaveBranchCounters: Bool = false
  @usableFromInline var fields: UInt64 = 0
  @usableFromInline var readFormat: UInt64 = 0
  @usableFromInline var branchFields: UInt64 = 0
  @usableFromInline var userRegisters: UInt64 = 0
  @usableFromInline var interruptRegisters: UInt64 = 0
  /// The period of samples that do not tell theirs.
  @usableFromInline var impliedPeriod: UInt64 = 0

  init(_ attributes: EventAttributes) {
    fields = attributes.sampleFields.rawValue
    readFormat = attributes.readFormat.rawValue
    branchFields = attributes.branchFields.rawValue
    userRegisters = attributes.userRegisters
    interruptRegisters = attributes.interruptRegisters
    impliedPeriod = attributes.samplePeriod
    placeFixedFields(attributes.sampleFields)
    if attributes.flags.contains(.sampleIDAll) {
      hasTrailer = true
      placeTrailer(attributes.sampleFields)
    }
  }

  private mutating func placeFixedFields(_ present: SampleFields) {
    var end: UInt8 = 8
    func place(_ field: SampleFields) -> UInt8 {
      guard present.contains(field) else { return 0 }
      end += 8
      return end - 8
    }
    identifier = place(.identifier)
    instructionPointer = place(.instructionPointer)
    thread = place(.thread)
    time = place(.time)
    address = place(.address)
    let id = place(.id)
    // Both fields hold the same number.
    if identifier == 0 { identifier = id }
    streamID = place(.streamID)
    cpu = place(.cpu)
    period = place(.period)
    fixedEnd = end
    let fixed: SampleFields = [
      .identifier, .instructionPointer, .thread, .time, .address, .id, .streamID, .cpu, .period,
    ]
    let variable = present.subtracting(fixed)
    if variable.contains(.raw) && variable.isDisjoint(with: [.read, .callchain]) { rawData = end }
    hasVariableFields = !variable.isEmpty
    hasRareFields = !variable.subtracting([.read, .callchain, .raw]).isEmpty
  }

  private mutating func placeTrailer(_ present: SampleFields) {
    var size: UInt8 = 0
    func place(_ field: SampleFields) -> UInt8 {
      guard present.contains(field) else { return 0 }
      size += 8
      return size
    }
    let identifier = place(.identifier)
    trailerCPU = place(.cpu)
    trailerStreamID = place(.streamID)
    let id = place(.id)
    trailerID = identifier != 0 ? identifier : id
    trailerTime = place(.time)
    trailerThread = place(.thread)
    trailerSize = size
  }
}
