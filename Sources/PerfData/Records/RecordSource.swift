internal import PerfEvent

/// What a reader goes on with when its window is empty: more unpacked bytes, the
/// file behind a compressed piece, the next file of a directory.
@usableFromInline
final class RecordSource {
  private let storage: ByteStorage
  private let parts: [ByteStorage]
  /// Bytes that the header promises behind the end of the file.
  private let missing: PerfDataError?
  private var unpacker: Unpacker?
  /// The rest of the compressed piece that is being unpacked.
  private var piece: Range<Int>?
  private var allowance: UnpackingAllowance = UnpackingAllowance()
  /// Where the file's own records go on behind the piece.
  private var resume: Range<Int> = 0..<0
  private(set) var isFinished: Bool = false
  /// Whether a piece was left so that the file's own records come next.
  private var isReturning: Bool = false
  /// Whether the files behind the present one are read too.
  private(set) var goesOn: Bool = true
  /// How far a record may reach that begins in front of the window's end.
  private(set) var softEnd: Int = 0
  /// Where a reader of a chunk stopped.
  var chunkEnd: Int?
  /// The bytes of the main file that hold records.
  let dataRange: Range<Int>
  private var slices: SplitRecords = SplitRecords()
  /// Whether slices are handed out as they stand in the file.
  var keepsSlices: Bool = false
  /// Where reading goes on behind a record that was joined from slices.
  private var behindSlices: Next?
  private var isJoined: Bool = false
  /// Whether the window is, or is about to be, a record that was joined from slices.
  var isJoining: Bool { behindSlices != nil }
  /// The file of a directory that is being read; 0 is the main file.
  private(set) var part: Int = 0

  init(_ recording: RecordingBytes) {
    storage = recording.storage
    parts = recording.parts
    missing = recording.missing
    dataRange = recording.dataRange
  }

  /// Begins anew with a file.
  func move(to part: Int, goesOn: Bool, softEnd: Int) {
    self.part = min(part, parts.count)
    self.goesOn = goesOn
    self.softEnd = softEnd
    chunkEnd = nil
    isFinished = false
    piece = nil
    unpacker = nil
    allowance = UnpackingAllowance()
    forgetSlices()
  }

  func finish() {
    isFinished = true
    piece = nil
    forgetSlices()
  }

  /// Takes note of a compressed piece, to be unpacked when the window is empty.
  func begin(piece: Range<Int>, resume: Range<Int>) {
    self.piece = piece
    self.resume = resume
    allowance.add(packed: piece.count)
    // The rest of the stream can be read from here only.
    self.resume = resume.lowerBound..<max(takeRest(), resume.upperBound)
  }

  /// Lets a chunk go on to the end of the recording.
  ///
  /// - Returns: Where its file ends; 0 for what is no chunk.
  func takeRest() -> Int {
    guard softEnd > 0 else { return 0 }
    defer { softEnd = 0 }
    goesOn = true
    return softEnd
  }

  /// Whether a compressed piece is being unpacked.
  var isUnpacking: Bool { piece != nil }

  /// Where the file's own records go on behind the compressed one.
  var pieceEnd: Int { resume.lowerBound }

  /// Leaves the piece that cannot be unpacked, and with it its stream.
  func skipFault() {
    unpacker = nil
    isReturning = piece != nil
    piece = nil
  }

  /// Keeps unpacked bytes that are the begin of a record.
  func keep(_ rest: Range<Int>) {
    unpacker?.keep(rest)
  }

  /// Joins the slices of a record that begin at a position.
  ///
  /// - Returns: The position behind the last slice, or nothing when the slices do
  ///   not make up a record.
  func join(
    _ window: RawSpan, from start: Int, to end: Int, isSwapped: Bool, isUnpacked: Bool
  ) -> Int? {
    if isJoining || keepsSlices { return nil }
    // Positions among unpacked bytes begin anew with every step of unpacking.
    if isUnpacked { slices.forgetUnpaired() }
    return slices.join(window, from: start, to: end, isSwapped: isSwapped)
  }

  /// Lets slices begin anew in other bytes.
  private func forgetSlices() {
    behindSlices = nil
    isJoined = false
    slices.forgetUnpaired()
  }

  /// Takes note of where reading goes on behind a joined record.
  func resume(at rest: Range<Int>, isUnpacked: Bool) {
    behindSlices = isUnpacked ? .unpacked(rest) : .stored(rest)
  }

  /// The bytes that are read next.
  enum Next {
    case joined(Range<Int>)
    case unpacked(Range<Int>)
    case stored(Range<Int>)
    case nothing
  }

  /// Finds the bytes that are read next.
  func advance(pieceOffset: UInt64, left: Range<Int>) throws(PerfDataError) -> Next {
    if isFinished { return .nothing }
    if isReturning {
      isReturning = false
      return .stored(resume)
    }
    if let behind = behindSlices {
      isJoined.toggle()
      if isJoined { return .joined(0..<slices.joined.count) }
      behindSlices = nil
      return behind
    }
    if let rest = piece {
      let unpacker: Unpacker
      if let present = self.unpacker {
        unpacker = present
      } else {
        unpacker = try Unpacker(offset: pieceOffset)
      }
      self.unpacker = unpacker
      let bytes = current.span
      let consumed = try unpacker.fill(from: bytes.extracting(rest), offset: pieceOffset)
      piece = (rest.lowerBound + consumed)..<rest.upperBound
      try allowance.add(unpacked: unpacker.news, offset: pieceOffset)
      if unpacker.news > 0 { return .unpacked(0..<unpacker.count) }
      piece = nil
      return .stored(resume)
    }
    try checkEnd(pieceOffset: pieceOffset, left: left)
    guard goesOn else { return .nothing }
    guard part < parts.count else {
      finish()
      if let missing { throw missing }
      return .nothing
    }
    part += 1
    forgetSlices()
    unpacker = nil
    return .stored(0..<current.span.byteCount)
  }

  /// Throws when a record begins at the end of a file and does not end there.
  private func checkEnd(pieceOffset: UInt64, left: Range<Int>) throws(PerfDataError) {
    if !left.isEmpty {
      throw PerfDataError(
        .truncated, subject: "record header", offset: UInt64(left.lowerBound), value: 8,
        limit: UInt64(left.count))
    }
    if let unpacker, unpacker.count > 0 {
      throw PerfDataError(
        .truncated, subject: "last compressed record", offset: pieceOffset,
        value: UInt64(unpacker.count) + 1, limit: UInt64(unpacker.count))
    }
  }

  private var current: ByteStorage {
    part == 0 ? storage : parts[part - 1]
  }

  var storedSpan: RawSpan {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(current.span, borrowing: self) }
  }

  /// The record that was joined from slices.
  var joinedSpan: RawSpan {
    @_lifetime(borrow self)
    get { unsafe _overrideLifetime(slices.joined.span.bytes, borrowing: self) }
  }

  var unpackedSpan: RawSpan {
    @_lifetime(borrow self)
    get {
      guard let unpacker else { return RawSpan() }
      return unsafe _overrideLifetime(unpacker.span, borrowing: self)
    }
  }
}
