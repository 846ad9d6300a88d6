public import PerfEvent

/// The form that a written recording has.
public struct WriterOptions: Hashable, Sendable {
  /// How much a writer refuses.
  public enum Validation: Hashable, Sendable {
    /// All that perf would refuse, or would not read as it is meant.
    case strict
    /// Only what would hide the records behind from every reader.
    ///
    /// It is for copies of recordings that break perf's rules themselves, and for tests.
    case lenient
  }

  /// Sections in a file, or a stream.
  public var mode: FileMode
  /// The byte order of all numbers.
  public var byteOrder: ByteOrder
  /// The number of bytes that the attributes of an event take, a multiple of eight from 64 on.
  ///
  /// perf up to 6.2 refuses files with more than 128 bytes; the field
  /// `config3` needs 136, and `config4` 144.
  public var attributeSize: Int
  /// The way in which records are packed; nothing leaves them as they are.
  public var compression: RecordCompression?
  /// Whether a file is given the features without which it is misread, unless they are given.
  ///
  /// They are the names of the events, and the host name, here an empty one: perf, in
  /// files of the other byte order, and hotspot in all, take features among which it is
  /// missing for others.
  public var describesEvents: Bool
  /// How much is refused.
  public var validation: Validation

  /// Creates the options of a file or a stream.
  ///
  /// - Parameters:
  ///   - mode: Sections in a file, or a stream.
  ///   - byteOrder: The byte order of all numbers.
  ///   - attributeSize: The number of bytes that the attributes of an event take.
  ///   - compression: The way in which records are packed.
  ///   - describesEvents: Whether a file is given the features without which it is misread.
  ///   - validation: How much is refused.
  public init(
    mode: FileMode = .file, byteOrder: ByteOrder = .native, attributeSize: Int = 128,
    compression: RecordCompression? = nil, describesEvents: Bool = true,
    validation: Validation = .strict
  ) {
    self.mode = mode
    self.byteOrder = byteOrder
    self.attributeSize = attributeSize
    self.compression = compression
    self.describesEvents = describesEvents
    self.validation = validation
  }

  /// Creates the options that lead to the form of a given recording.
  ///
  /// Mode, byte order and size of the attributes are taken over. The event
  /// names are not added, since the recording has that feature or lacks it. Its
  /// compression is not taken over.
  ///
  /// - Parameter file: The recording.
  public init(like file: borrowing PerfDataFile) {
    let sizes = file.events.map(\.attributeSize)
    self.init(
      mode: file.header.mode, byteOrder: file.header.byteOrder,
      attributeSize: sizes.max() ?? max(64, Int(clamping: file.header.attributeSize) - 16),
      describesEvents: false)
  }
}
