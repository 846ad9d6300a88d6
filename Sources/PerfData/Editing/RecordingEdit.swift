internal import PerfEvent

/// What an edit does with the parts of a recording while they are written anew.
protocol RecordingEdit {
  /// The events of the result.
  func events(of file: borrowing PerfDataFile) -> [RecordedEvent]

  /// Looks over the recording before anything is written.
  mutating func prepare(_ file: borrowing PerfDataFile) throws(PerfDataError)

  /// The contents that a feature of the recording has in the result; nothing leaves it out.
  mutating func feature(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue?

  /// Writes a record, or what takes its place.
  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError)

  /// What becomes of damage: it ends the edit, or is stepped over.
  var damageHandling: DamageHandling { get }

  /// Takes note of what was stepped over.
  mutating func note(_ gaps: [RecordingGap])

  /// Adds to a file what is only known behind the last record.
  mutating func finish(
    _ file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError)
}

extension RecordingEdit {
  func events(of file: borrowing PerfDataFile) -> [RecordedEvent] { file.events }

  mutating func prepare(_ file: borrowing PerfDataFile) throws(PerfDataError) {}

  mutating func feature(
    _ feature: HeaderFeature, of file: borrowing PerfDataFile
  ) throws(PerfDataError) -> FeatureValue? {
    guard let bytes = file.bytes(of: feature) else { return nil }
    return .bytes(feature, Array(copying: bytes))
  }

  mutating func write(
    _ record: borrowing Record, of file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    try writer.append(record)
  }

  var damageHandling: DamageHandling { .stop }

  mutating func note(_ gaps: [RecordingGap]) {}

  mutating func finish(
    _ file: borrowing PerfDataFile, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {}
}

extension PerfDataFile {
  /// Writes the recording anew as an edit has it.
  ///
  /// Pieces of compressed records are taken apart; the writer packs again if its
  /// options say so. What tells where things lie in the old file is left out, and
  /// so are the marks of rounds of a directory, whose files follow each other.
  func rewrite<Edit: RecordingEdit>(
    by edit: inout Edit, to target: WriterTarget, options: WriterOptions
  ) throws(PerfDataError) -> [UInt8] {
    try edit.prepare(self)
    var options = options
    // In a stream they would come twice.
    if options.mode == .pipe && bytes(of: .eventDescriptions) != nil {
      options.describesEvents = false
    }
    var writer = try PerfDataWriter(to: target, options: options)
    for event in edit.events(of: self) { try writer.add(event) }
    if options.mode == .pipe { try writeFeatures(by: &edit, to: &writer) }
    var identifiers: [BuildID] = []
    try rewriteRecords(by: &edit, to: &writer, &identifiers)
    if options.mode == .file {
      if !identifiers.isEmpty { try writer.append(.buildIDs(identifiers)) }
      try writeFeatures(by: &edit, to: &writer)
      try edit.finish(self, to: &writer)
    }
    return try writer.finish()
  }

  private func rewriteRecords<Edit: RecordingEdit>(
    by edit: inout Edit, to writer: inout PerfDataWriter, _ identifiers: inout [BuildID]
  ) throws(PerfDataError) {
    var records = records(atDamage: edit.damageHandling)
    while let record = try records.next() {
      try rewrite(record, by: &edit, to: &writer, &identifiers)
    }
    edit.note(records.gaps)
  }

  /// Writes a record as an edit has it, unless the new form has another place for it.
  func rewrite<Edit: RecordingEdit>(
    _ record: borrowing Record, by edit: inout Edit, to writer: inout PerfDataWriter,
    _ identifiers: inout [BuildID]
  ) throws(PerfDataError) {
    switch record.kind {
    case .headerAttributes, .headerEventType, .headerFeature, .headerTracingData, .compressed,
      .compressed2:
      return
    case .headerBuildID where header.mode == .pipe && writer.options.mode == .file:
      if case .buildID(let found) = record.content { identifiers.append(BuildID(found)) }
    case .finishedRound where !parts.isEmpty:
      return
    default:
      try edit.write(record, of: self, to: &writer)
    }
  }

  /// Writes the features in ascending order, so that the numbers of CPUs come
  /// before what needs them.
  func writeFeatures<Edit: RecordingEdit>(
    by edit: inout Edit, to writer: inout PerfDataWriter
  ) throws(PerfDataError) {
    var done: Set<UInt32> = []
    let sorted = features.map(\.feature).sorted { $0.rawValue < $1.rawValue }
    for feature in sorted where done.insert(feature.rawValue).inserted {
      switch feature {
      case .auxTrace, .directoryFormat, .compressed: continue
      default: break
      }
      guard var value = try edit.feature(feature, of: self) else { continue }
      if case .bytes(_, _) = value, writer.options.byteOrder != header.byteOrder {
        guard let typed = try FeatureValue(feature, of: self) else { continue }
        value = typed
      }
      // In a stream, a feature has no more room than a record.
      if writer.options.mode == .pipe, feature != .tracingData, feature != .buildIDs,
        let section = features.first(where: { $0.feature == feature }), section.section.size > 65000
      {
        continue
      }
      try writer.append(value)
    }
  }
}

extension WriterOptions {
  /// The options of an edit: those given, but for the byte order, or those of the recording.
  static func edited(
    _ given: WriterOptions?, _ file: borrowing PerfDataFile
  ) -> WriterOptions {
    var options = given ?? WriterOptions(like: file)
    options.byteOrder = file.header.byteOrder
    return options
  }
}

extension BuildID {
  /// Keeps what a record tells.
  init(_ record: borrowing BuildIDRecord) {
    self.init(
      bytes: Array(copying: record.buildID), path: record.path, process: record.process,
      flags: record.flags)
  }
}
