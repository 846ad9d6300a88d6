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
  /// The places of the other fields: 0 if absent, ``searched`` behind one of variable size.
  @usableFromInline var places: InlineArray<15, UInt8> = InlineArray(repeating: 0)
  /// The end of what lies at known places, the count of a first field of variable
  /// size among it.
  @usableFromInline var knownEnd: UInt8 = 8
  @usableFromInline var ending: Ending = .known
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

  /// What stands behind the known places.
  @frozen
  @usableFromInline
  enum Ending: UInt8, BitwiseCopyable, Sendable {
    /// Nothing.
    case known
    /// As many words as the last known one counts.
    case words
    /// As many bytes as the last known half of a word counts.
    case bytes
    /// Fields that have to be searched for.
    case searched
  }

  /// The place of a field that depends on the sample.
  @inlinable static var searched: UInt8 { .max }

  init(_ attributes: EventAttributes) {
    fields = attributes.sampleFields.rawValue
    readFormat = attributes.readFormat.rawValue
    branchFields = attributes.branchFields.rawValue
    userRegisters = attributes.userRegisters
    interruptRegisters = attributes.interruptRegisters
    impliedPeriod = attributes.samplePeriod
    placeFixedFields(attributes.sampleFields)
    placeVariableFields(attributes.sampleFields)
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
  }

  private mutating func placeVariableFields(_ present: SampleFields) {
    knownEnd = fixedEnd
    for field in VariableField.allCases where !present.isDisjoint(with: field.sampleFields) {
      guard ending == .known else {
        // The first field of variable size is not the last.
        places[field.rawValue] = Self.searched
        ending = .searched
        continue
      }
      places[field.rawValue] = knownEnd
      switch field {
      case .read:
        if let size = readSize { knownEnd += size } else { ending = .searched }
      case .callchain:
        knownEnd += 8
        ending = .words
      case .raw:
        knownEnd += 4
        ending = .bytes
      case .branchStack, .userRegisters, .userStack, .interruptRegisters, .aux:
        ending = .searched
      default:
        knownEnd += 8
      }
    }
  }

  /// The size of a count that was read with the sample; nothing for those of a group.
  private var readSize: UInt8? {
    let format = ReadFormat(rawValue: readFormat)
    if format.contains(.group) { return nil }
    let parts: [ReadFormat] = [.id, .lost, .timeEnabled, .timeRunning]
    return parts.reduce(8) { format.contains($1) ? $0 + 8 : $0 }
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
