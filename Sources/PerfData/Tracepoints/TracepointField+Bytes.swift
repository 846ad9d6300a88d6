extension TracepointField {
  /// Returns the bytes of the field, wherever in the raw data they lie.
  ///
  /// - Parameter raw: The raw data of a sample of this tracepoint.
  /// - Returns: The bytes, in the byte order of the recording; nothing when they
  ///   are not all there.
  @inlinable
  @_lifetime(copy raw)
  public func bytes(in raw: RawSpan) -> RawSpan? {
    let count = raw.byteCount
    let end = offset &+ size
    guard end <= count else { return nil }
    if placement == .inline {
      return raw.extracting(offset..<(size == 0 ? count : end))
    }
    let note = Int(TracepointField.load(raw, offset, size: 4, isSwapped: isSwapped))
    let base = placement == .dataLocation ? 0 : end
    let start = base &+ (note & 0xffff)
    let stop = start &+ (note &>> 16)
    guard stop <= count else { return nil }
    return raw.extracting(start..<stop)
  }

  /// Returns the text, up to its NUL byte or to the end of the field.
  ///
  /// - Parameter raw: The raw data of a sample of this tracepoint.
  /// - Returns: The bytes of the text, which need not be UTF-8; nothing when the
  ///   field holds no text, or is not all there.
  @inlinable
  @_lifetime(copy raw)
  public func text(in raw: RawSpan) -> RawSpan? {
    guard kind == .text, let bytes = bytes(in: raw) else { return nil }
    return bytes.extracting(0..<bytes.terminatedCount)
  }

  /// Returns a copy of the text, with replacement characters for what is not UTF-8.
  ///
  /// - Parameter raw: The raw data of a sample of this tracepoint.
  /// - Returns: The text; nothing when the field holds no text, or is not all there.
  public func string(in raw: RawSpan) -> String? {
    guard let text = text(in: raw) else { return nil }
    return String(nulTerminated: text)
  }

  /// Returns the integers of an array; a single integer is an array of one.
  ///
  /// - Parameter raw: The raw data of a sample of this tracepoint.
  /// - Returns: A view of the integers; nothing when the field holds none, or is
  ///   not all there.
  @inlinable
  @_lifetime(copy raw)
  public func integers(in raw: RawSpan) -> TracepointIntegers? {
    guard kind == .integers || loadSize != 0, let bytes = bytes(in: raw) else { return nil }
    return TracepointIntegers(
      bytes: bytes, elementSize: elementSize, isSigned: isSigned, isSwapped: isSwapped)
  }
}
