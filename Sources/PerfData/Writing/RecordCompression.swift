/// The way in which a writer packs records.
///
/// The records of the kernel's kinds are packed as pieces of one endless zstd
/// stream; those of the recorder's kinds stay outside, between the pieces.
public struct RecordCompression: Hashable, Sendable {
  /// The record that a piece is put into.
  public enum Form: Hashable, Sendable {
    /// The older record, which perf read and wrote up to version 6.15.
    ///
    /// The corresponding C constant is `PERF_RECORD_COMPRESSED`.
    case compressed
    /// The newer record, whose size is a multiple of eight bytes.
    ///
    /// The corresponding C constant is `PERF_RECORD_COMPRESSED2`.
    case compressed2
  }

  /// The record that a piece is put into.
  public var form: Form
  /// The level of zstd: 1 is fast, 22 packs most.
  public var level: Int32

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - form: The record that a piece is put into.
  ///   - level: The level of zstd; a level outside of 1 to 22 is brought into that range.
  public init(form: Form = .compressed, level: Int32 = 1) {
    self.form = form
    self.level = min(max(level, 1), 22)
  }
}
