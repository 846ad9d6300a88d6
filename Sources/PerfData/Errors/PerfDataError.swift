public import PerfEvent

/// A fault of a perf.data file, with the place where it lies.
///
/// Everything in front of the fault has been delivered when it is thrown; the
/// reader that threw it is finished.
public struct PerfDataError: Error, Hashable, Sendable {
  /// The kind of fault.
  public let code: Code
  /// The part of a recording in a directory: 0 is the main file, n is `data.(n - 1)`.
  public internal(set) var part: Int
  /// The offset in the file, in bytes, of what could not be read.
  ///
  /// For a fault inside compressed records it is the offset of the record that
  /// holds the compressed bytes.
  public let offset: UInt64
  /// What was being read, in words.
  public let subject: String
  /// The number that is wrong: a size, a count, an identifier; its meaning depends on the code.
  public let value: UInt64
  /// What the number should have stayed within, such as the number of bytes that are there.
  public let limit: UInt64
  /// The error of the system call that failed; nothing for faults of the contents.
  public let systemError: Errno?
  /// More about the fault in words; empty when the other members say it all.
  public let detail: String

  /// Creates an error.
  public init(
    _ code: Code, subject: String, offset: UInt64, value: UInt64 = 0, limit: UInt64 = 0,
    systemError: Errno? = nil, detail: String = ""
  ) {
    self.code = code
    self.part = 0
    self.offset = offset
    self.subject = subject
    self.value = value
    self.limit = limit
    self.systemError = systemError
    self.detail = detail
  }
}
