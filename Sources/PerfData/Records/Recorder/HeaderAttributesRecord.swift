public import PerfEvent

/// An event of a pipe with its identifiers.
///
/// The corresponding C constant is `PERF_RECORD_HEADER_ATTR`.
public struct HeaderAttributesRecord: ~Escapable {
  let fields: FieldBytes

  @_lifetime(copy fields)
  init(_ fields: FieldBytes) {
    self.fields = fields
  }

  /// The size in bytes of the attributes, as the recorder knew them.
  public var attributeSize: Int { HeaderAttributesRecord.attributeSize(fields) }

  /// What was asked of the kernel.
  ///
  /// - Throws: ``PerfDataError`` when the attributes cannot be read.
  public var attributes: EventAttributes {
    get throws(PerfDataError) {
      let isNative = !fields.isSwapped
      return try EventAttributes(
        fields.slice(8, attributeSize), byteOrder: isNative ? .native : ByteOrder.foreign,
        offset: 8)
    }
  }

  /// The identifiers by which records refer to the event.
  public var identifiers: UInt64View {
    @_lifetime(copy self)
    get {
      let start = 8 + attributeSize
      return fields.words(start, count: (fields.count - start) / 8)
    }
  }

  /// The oldest recorders left the size out.
  static func attributeSize(_ fields: FieldBytes) -> Int {
    let size = Int(fields.uint32(12))
    return size == 0 ? 64 : size
  }
}

extension ByteOrder {
  /// The byte order that is not the machine's.
  static var foreign: ByteOrder { native == .littleEndian ? .bigEndian : .littleEndian }
}
