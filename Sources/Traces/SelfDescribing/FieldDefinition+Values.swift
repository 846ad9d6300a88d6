internal import PerfEvent

extension FieldDefinition {
  /// Reads the field's value.
  func field(_ reader: inout EventBytes) throws(EventTruncation) -> SelfDescribingField {
    SelfDescribingField(name: name, tag: tag, value: try value(&reader))
  }

  private func value(_ reader: inout EventBytes) throws(EventTruncation) -> SelfDescribingValue {
    let number: Int
    switch count {
    case .one: return try single(&reader)
    case .constant(let constant): number = constant
    case .stored: number = Int(try reader.number(2))
    }
    // Every value takes a byte or more.
    guard number <= reader.remaining else { throw EventTruncation() }
    var values: [SelfDescribingValue] = []
    for _ in 0..<number { values.append(try single(&reader)) }
    return .array(values)
  }

  private func single(_ reader: inout EventBytes) throws(EventTruncation) -> SelfDescribingValue {
    switch encoding {
    case 1:
      var fields: [SelfDescribingField] = []
      for member in members { fields.append(try member.field(&reader)) }
      return .structure(fields)
    case 2...6:
      return scalar(try reader.bytes(1 << Int(encoding - 2)), reader.byteOrder)
    case 7...9:
      let unit = 1 << Int(encoding - 7)
      return text(try reader.terminated(unit: unit), unit: unit, reader.byteOrder)
    case 10...12:
      let unit = 1 << Int(encoding - 10)
      let length = Int(try reader.number(2))
      return text(try reader.bytes(unit * length), unit: unit, reader.byteOrder)
    case 13:
      let bytes = try reader.bytes(Int(try reader.number(2)))
      if format == 0 { return .bytes(bytes) }
      let isText = (10...14).contains(format)
      return isText || ![1, 2, 4, 8, 16].contains(bytes.count)
        ? text(bytes, unit: 1, reader.byteOrder) : scalar(bytes, reader.byteOrder)
    default: throw EventTruncation()
    }
  }

  private func text(_ bytes: [UInt8], unit: Int, _ order: ByteOrder) -> SelfDescribingValue {
    switch format {
    case 9: .bytes(bytes)
    case 10 where unit == 1: .text(EventText.decode(latin: bytes))
    case 12...14:
      .text(EventText.decode(bytes, unit: unit, order: order, mayHaveMark: true))
    default: .text(EventText.decode(bytes, unit: unit, order: order))
    }
  }

  /// A value of 1, 2, 4, 8 or 16 bytes.
  private func scalar(_ bytes: [UInt8], _ order: ByteOrder) -> SelfDescribingValue {
    let size = bytes.count
    switch (format, size) {
    case (15, 16): return .uuid(bytes)
    case (17, 16), (18, 16), (17, 4): return .internetAddress(bytes)
    case (9, _), (_, 16): return .bytes(bytes)
    case (16, 2): return .port(UInt16(truncatingIfNeeded: EventBytes.number(bytes, .bigEndian)))
    case (10, 1): return .text(EventText.decode(latin: bytes))
    case (11, 2), (11, 4): return .text(EventText.decode(bytes, unit: size, order: order))
    default: return number(EventBytes.number(bytes, order), size: size)
    }
  }

  private func number(_ number: UInt64, size: Int) -> SelfDescribingValue {
    let signed = Int64(bitPattern: number << UInt64(64 - 8 * size)) >> Int64(64 - 8 * size)
    let short = Int32(truncatingIfNeeded: number)
    return switch (format, size) {
    case (2, _): .signed(signed)
    case (3, _): .hexadecimal(number)
    case (4, 4): .errorNumber(short)
    case (5, 4): .process(short)
    case (6, 4), (6, 8): .time(signed)
    case (7, 1), (7, 2), (7, 4): .boolean(short)
    case (8, 4): .float(Float(bitPattern: UInt32(truncatingIfNeeded: number)))
    case (8, 8): .double(Double(bitPattern: number))
    default: .unsigned(number)
    }
  }
}
