/// A stretch of a recording that a reader had to skip, and why.
public struct RecordingGap: Hashable, Sendable {
  /// The offsets in the file of the bytes that were skipped.
  ///
  /// When packed bytes are at fault, it is the compressed record that holds them;
  /// some records in it may have been read. It is empty when the file ends
  /// earlier than its header says.
  public let range: Range<UInt64>
  /// The part of a recording in a directory; 0 is the main file, n is `data.(n - 1)`.
  public let part: Int
  /// The fault that was met first.
  public let fault: PerfDataError
}
