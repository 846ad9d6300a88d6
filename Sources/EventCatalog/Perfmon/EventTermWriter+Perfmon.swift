extension EventTermWriter {
  /// Writes the terms of a core's record.
  mutating func writeCore(
    _ record: EventFileRecord, period: FieldNumber?
  ) throws(EventSourceError) {
    start(event: try record.number(.eventCode)?.value ?? 0)
    try addLeadingTerms(of: record, period: period)
    add(",umask=", try Self.unitMask(record, isExtended: true))
    add(",eq=", try record.number(.equal))
    guard let register = try record.number(.registerIndex), register.value != 0 else { return }
    let value: ArraySlice<UInt8> = record.bytes(.registerValue)
    // That a value makes no sense is to be said of this record, not of its use.
    if try record.number(.registerValue) == nil {
      add(register: register.value, value: [UInt8(ascii: "0")])
    } else {
      // Of lists, which pair by position, the first entries belong together.
      add(register: register.value, value: value.prefix { $0 != UInt8(ascii: ",") })
    }
  }

  /// Writes the terms of the record of an uncore box.
  mutating func write(
    _ uncore: PerfmonUncore, of record: EventFileRecord, period: FieldNumber?
  ) throws(EventSourceError) {
    switch uncore.counter {
    case .fixed: start(event: 0xff)
    case .running(let unitMask):
      start(event: 0xff)
      add(",umask=", FieldNumber(value: unitMask, isHexadecimal: true))
    case .programmable:
      let code: UInt64 = try record.number(.eventCode)?.value ?? 0
      let selector: UInt64 = try record.number(.eventSelectExtension)?.value ?? 0
      start(event: code | selector << 8)
      try addLeadingTerms(of: record, period: period)
      try addUnitMask(of: uncore, record)
      try addFilter(record)
    }
  }

  private mutating func addUnitMask(
    of uncore: PerfmonUncore, _ record: EventFileRecord
  ) throws(EventSourceError) {
    let ports: UInt64 = try record.number(.portMask)?.value ?? 0
    let flows: UInt64 = try record.number(.flowClassMask)?.value ?? 0
    // The upper bits of the unit mask say the same as these two masks.
    let mask: FieldNumber? = try Self.unitMask(record, isExtended: ports == 0 && flows == 0)
    if uncore.countsOccupancy, let mask, mask.value & 0x3f == 0, mask.value <= 0xc0 {
      add(",occ_sel=", FieldNumber(value: mask.value >> 6, isHexadecimal: true))
    } else {
      add(",umask=", mask)
    }
  }

  /// Adds a filter that is a value of the second word; others say only which bits of a
  /// register a user may set.
  ///
  /// The kernel has the second of a box's two filters in the upper half of the word.
  private mutating func addFilter(_ record: EventFileRecord) throws(EventSourceError) {
    guard record.holds("Filter1", in: .filter),
      let number = try record.number(.filterValue)
    else { return }
    guard number.value >> 32 == 0 else { throw record.invalid(.filterValue) }
    add(",config1=", FieldNumber(value: number.value << 32, isHexadecimal: true))
  }

  /// The unit mask with its upper bits, the first of a list.
  private static func unitMask(
    _ record: EventFileRecord, isExtended: Bool
  ) throws(EventSourceError) -> FieldNumber? {
    let mask: FieldNumber? = try record.number(.unitMask)
    // The field is to be renamed.
    let isRenamed: Bool = record[.unitMaskExtension].kind == .missing
    let field: EventFileField = isRenamed ? .unitMask2 : .unitMaskExtension
    guard isExtended, let upper = try record.number(field), upper.value != 0 else { return mask }
    guard upper.value >> 56 == 0 else { throw record.invalid(field) }
    return FieldNumber(
      value: upper.value << 8 | (mask?.value ?? 0) & 0xff, isHexadecimal: true)
  }
}
