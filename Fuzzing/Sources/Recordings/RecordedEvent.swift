/// An event of a recording: the attributes that a file keeps, in raw form.
public struct RecordedEvent {
  /// The type; 1 is a software event.
  public var type: UInt32 = 1
  /// Which event of that type; 0 is the CPU clock.
  public var config: UInt64 = 0
  /// The sampling period, or the frequency if the flags say so.
  public var period: UInt64 = 1_000_000
  /// The bits of `sample_type`.
  public var sampleFields: UInt64
  /// The bits of `read_format`.
  public var readFormat: UInt64 = 0
  /// The bit field behind `read_format`; bit 18 is `sample_id_all`.
  public var flags: UInt64 = 1 << 18
  /// The bits of `branch_sample_type`.
  public var branchFields: UInt64 = 0
  /// The registers in a sample, one bit each.
  public var registers: UInt64 = 0b1_0000_0011
  /// The size of the attributes in the file.
  public var attributeSize: Int = 128
  /// The identifiers that samples bear.
  public var identifiers: [UInt64]

  /// Creates an event by the fields of its samples.
  public init(sampleFields: UInt64, identifiers: [UInt64] = [1]) {
    self.sampleFields = sampleFields
    self.identifiers = identifiers
  }

  /// The attributes in the form of `struct perf_event_attr`.
  public var attributes: [UInt8] {
    var bytes = Bytes()
    bytes.append(type, UInt32(attributeSize))
    bytes.append(config, period, sampleFields, readFormat, flags)
    bytes.append(UInt32(1), UInt32(0))
    bytes.append(UInt64(0), 0, branchFields, registers)
    bytes.append(UInt32(64))
    bytes.append(Int32(-1))
    bytes.append(registers)
    bytes.append(UInt32(0))
    bytes.append(UInt16(127), UInt16(0))
    bytes.append(UInt32(32), UInt32(0))
    bytes.append(UInt64(0), 0, 0)
    var contents = bytes.contents
    contents.append(contentsOf: repeatElement(0, count: max(0, attributeSize - contents.count)))
    return Array(contents.prefix(attributeSize))
  }
}
