extension PerfDataError {
  /// The kinds of fault; later versions may know more.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A short name, as it stands in machine-readable output.
    public let rawValue: String

    /// Creates a code from its short name.
    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// A file that cannot be opened, read or mapped.
    public static let inaccessible: Code = Code(rawValue: "inaccessible")
    /// Bytes that do not begin as a perf.data file does.
    public static let notPerfData: Code = Code(rawValue: "not-perf-data")
    /// Bytes that end before the thing that was being read does.
    public static let truncated: Code = Code(rawValue: "truncated")
    /// A size or count that cannot be true.
    public static let invalidSize: Code = Code(rawValue: "invalid-size")
    /// Event attributes that cannot be read.
    public static let invalidAttributes: Code = Code(rawValue: "invalid-attributes")
    /// A record whose identifier belongs to no event of the file.
    public static let unknownIdentifier: Code = Code(rawValue: "unknown-identifier")
    /// Compressed bytes that cannot be unpacked.
    public static let compression: Code = Code(rawValue: "compression")
    /// A description of a tracepoint that cannot be read.
    public static let invalidFormat: Code = Code(rawValue: "invalid-format")
    /// A form of the file that this version does not read.
    public static let unsupported: Code = Code(rawValue: "unsupported")
  }
}
