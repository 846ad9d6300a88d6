internal import PerfEvent

extension Record {
  /// What the record tells.
  ///
  /// Its sizes and counts are compared with the bytes that are there before
  /// anything is handed out; a record that does not pass is malformed, and the
  /// ones behind it can be read all the same.
  @inlinable
  public var content: RecordContent {
    @_lifetime(copy self)
    get {
      if let sample { return .sample(sample) }
      return otherContent
    }
  }

  /// What a record tells that is no sample, or one that is damaged.
  @usableFromInline
  var otherContent: RecordContent {
    @_lifetime(copy self)
    get {
      if kind == .sample { return .malformed(sampleFault) }
      let count = size - trailerSize
      let least = RecordContent.leastSize(kind)
      guard count >= least else {
        return .malformed(fault(.truncated, value: least + trailerSize, limit: size))
      }
      let body = FieldBytes(bytes.extracting(0..<count), isSwapped: isSwapped)
      if let fault = countFault(body) { return .malformed(fault) }
      return kind.isKernel ? kernelContent(body) : recorderContent(body)
    }
  }

  private var sampleFault: PerfDataError {
    guard eventIndex >= 0, let layout else {
      let identifier = Int(truncatingIfNeeded: identifier ?? 0)
      return fault(.unknownIdentifier, value: identifier, limit: 0)
    }
    let found = VariablePlaces.fault(
      in: bytes, layout[0], isSwapped: isSwapped, base: offset)
    return found ?? fault(.truncated, value: Int(layout[0].fixedEnd), limit: size)
  }

  func fault(_ code: PerfDataError.Code, value: Int, limit: Int) -> PerfDataError {
    PerfDataError(
      code, subject: "\(kind) record", offset: offset, value: UInt64(bitPattern: Int64(value)),
      limit: UInt64(clamping: limit))
  }
}
