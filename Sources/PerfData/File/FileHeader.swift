public import PerfEvent

/// The first bytes of a perf.data file: its form, and where its sections lie.
public struct FileHeader: Hashable, Sendable {
  /// The form of the file.
  public let mode: FileMode
  /// The version of the format: 2, or 1 for files of very old recorders.
  public let version: Int
  /// The byte order of the machine that recorded.
  public let byteOrder: ByteOrder
  /// The size of the header in bytes.
  public let size: UInt64
  /// The distance of the attributes in their section, in bytes; 0 in a pipe.
  public let attributeSize: UInt64
  /// The section of the attributes; empty in a pipe.
  public let attributes: FileSection
  /// The section of the records, as the header has it.
  ///
  /// A recorder that was killed leaves its size 0; ``PerfDataFile/dataRange``
  /// is what is there. In a pipe it is everything behind the header.
  public let data: FileSection
  /// The section of event names in old files; otherwise empty.
  public let eventTypes: FileSection
  /// The features that the file claims to hold; empty in a pipe.
  public let features: [HeaderFeature]
}
