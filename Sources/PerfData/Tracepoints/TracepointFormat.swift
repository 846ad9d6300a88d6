public import PerfEvent

/// The format of a tracepoint: its name, its number, and the fields of its samples.
///
/// A recording has the formats of its tracepoints in its ``TracingData``. A
/// running kernel shows the same text in the file `format` of each event's
/// folder in tracefs, which ``init(parsing:system:byteOrder:longSize:)`` reads.
public struct TracepointFormat: Hashable, Sendable {
  /// The number by which attributes name the tracepoint.
  ///
  /// The corresponding C field is `config` of `perf_event_attr`.
  public let id: UInt64
  /// The name within the system.
  public let name: String
  /// The system to which the tracepoint belongs, such as `sched`.
  public let system: String
  /// The fields, in the order of the format; the common ones come first.
  public let fields: [TracepointField]
  /// The byte order of the raw data.
  public let byteOrder: ByteOrder
  /// The whole text.
  public let text: String
  /// The expression in C by which the kernel prints a sample; empty when there is none.
  public let printFormat: String

  /// Reads the text of a format.
  ///
  /// - Parameters:
  ///   - text: The text, as in the file `format` in tracefs.
  ///   - system: The system to which the tracepoint belongs.
  ///   - byteOrder: The byte order of the machine that writes the samples.
  ///   - longSize: The size in bytes of a C `long` on that machine.
  /// - Throws: ``PerfDataError`` when the name, the number or a field cannot be
  ///   read; its offset is that of the line within the text.
  public init(
    parsing text: String, system: String, byteOrder: ByteOrder = .native, longSize: Int = 8
  ) throws(PerfDataError) {
    let parser = try TracepointFormatParser(
      text, longSize: longSize, isSwapped: byteOrder != .native)
    guard let name = parser.name, let id = parser.id else {
      throw PerfDataError(
        .invalidFormat, subject: "tracepoint format", offset: 0,
        detail: parser.name.map { "\($0) has no ID" } ?? "it has no name")
    }
    self.id = id
    self.name = name
    self.system = system
    self.fields = parser.fields
    self.byteOrder = byteOrder
    self.text = text
    self.printFormat = parser.printFormat
  }

  /// The name with the system in front, as perf writes it.
  public var fullName: String { "\(system):\(name)" }

  /// Returns the field of a name.
  ///
  /// The fields are searched one after the other; look up outside of loops.
  ///
  /// - Parameter name: The name of the field.
  /// - Returns: The field; nothing when the tracepoint has none of that name.
  public func field(_ name: String) -> TracepointField? {
    fields.first { $0.name == name }
  }
}
