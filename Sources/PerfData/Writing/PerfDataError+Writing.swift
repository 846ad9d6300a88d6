internal import PerfEvent

extension PerfDataError.Code {
  /// A target that cannot be opened or written.
  public static let unwritable: PerfDataError.Code = PerfDataError.Code(rawValue: "unwritable")
  /// Something to be written that readers would refuse or misread.
  public static let unacceptable: PerfDataError.Code =
    PerfDataError.Code(rawValue: "unacceptable")
}

extension PerfDataError {
  init(writing name: String, at offset: UInt64 = 0, _ error: Errno) {
    self.init(.unwritable, subject: name, offset: offset, systemError: error)
  }

  /// Something that the writer refuses.
  static func refused(
    _ subject: String, at offset: UInt64, value: UInt64 = 0, limit: UInt64 = 0, _ reason: String
  ) -> PerfDataError {
    PerfDataError(
      .unacceptable, subject: subject, offset: offset, value: value, limit: limit, detail: reason)
  }
}
