public import PerfEvent

/// A fault of a perf.data file, with the place where it lies.
///
/// Everything in front of the fault has been delivered when it is thrown; the
/// reader that threw it is finished.
public struct PerfDataError: Error, Hashable, Sendable {
  /// What an error tells.
  private struct Content: Hashable, Sendable {
    let code: Code
    var part: Int
    let offset: UInt64
    let subject: String
    let value: UInt64
    let limit: UInt64
    let systemError: Errno?
    let detail: String
  }

  /// Keeps the error to the size of a pointer: every loop over records carries
  /// the room for one, and hardly any meets one.
  private final class Storage: Sendable {
    let content: Content

    init(_ content: Content) {
      self.content = content
    }
  }

  private let storage: Storage

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - code: The kind of fault.
  ///   - subject: What was being read, in words.
  ///   - offset: The offset in the file of what could not be read.
  ///   - value: The number that is wrong.
  ///   - limit: What the number should have stayed within.
  ///   - systemError: The error of the system call that failed.
  ///   - detail: More about the fault in words.
  public init(
    _ code: Code, subject: String, offset: UInt64, value: UInt64 = 0, limit: UInt64 = 0,
    systemError: Errno? = nil, detail: String = ""
  ) {
    storage = Storage(
      Content(
        code: code, part: 0, offset: offset, subject: subject, value: value, limit: limit,
        systemError: systemError, detail: detail))
  }

  /// Creates the same error in a part of a recording.
  init(_ error: PerfDataError, part: Int) {
    var content = error.storage.content
    content.part = part
    storage = Storage(content)
  }

  /// The kind of fault.
  public var code: Code { storage.content.code }

  /// The part of a recording in a directory: 0 is the main file, n is `data.(n - 1)`.
  public var part: Int { storage.content.part }

  /// The offset in the file, in bytes, of what could not be read.
  ///
  /// For a fault inside compressed records it is the offset of the record that
  /// holds the compressed bytes.
  public var offset: UInt64 { storage.content.offset }

  /// What was being read, in words.
  public var subject: String { storage.content.subject }

  /// The number that is wrong: a size, a count, an identifier; its meaning depends on the code.
  public var value: UInt64 { storage.content.value }

  /// What the number should have stayed within, such as the number of bytes that are there.
  public var limit: UInt64 { storage.content.limit }

  /// The error of the system call that failed; nothing for faults of the contents.
  public var systemError: Errno? { storage.content.systemError }

  /// More about the fault in words; empty when the other members say it all.
  public var detail: String { storage.content.detail }

  /// Tells whether two errors say the same.
  public static func == (first: PerfDataError, second: PerfDataError) -> Bool {
    first.storage.content == second.storage.content
  }

  /// Adds what the error tells to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(storage.content)
  }
}
