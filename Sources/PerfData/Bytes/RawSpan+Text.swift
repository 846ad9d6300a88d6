extension RawSpan {
  /// The number of bytes in front of the first NUL byte, or all.
  @usableFromInline
  var terminatedCount: Int {
    unsafe withUnsafeBytes { buffer in
      unsafe buffer.firstIndex(of: 0) ?? buffer.count
    }
  }

  /// The bytes in front of the first NUL byte, or all.
  var terminated: RawSpan {
    @_lifetime(copy self)
    get { extracting(0..<terminatedCount) }
  }
}

extension String {
  /// Creates text from bytes that end at the first NUL byte or at the end.
  ///
  /// Bytes that are not UTF-8 become replacement characters.
  init(nulTerminated bytes: RawSpan) {
    let text = bytes.terminated
    self = unsafe text.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Array where Element == UInt8 {
  /// Creates a copy of borrowed bytes.
  public init(copying bytes: RawSpan) {
    self = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
  }
}
