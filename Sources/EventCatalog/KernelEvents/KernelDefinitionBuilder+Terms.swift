extension KernelDefinitionBuilder {
  /// Writes the encoding of a record as terms.
  mutating func writeTerms(
    _ record: EventFileRecord, period: FieldNumber?
  ) throws(EventSourceError) {
    let wholes: [(EventFileField, StaticString)] = [
      (.configCode, "config="), (.eventIdentifierCode, "eventid="),
      (.legacyConfigCode, "legacy-hardware-config="), (.legacyCacheCode, "legacy-cache-config="),
    ]
    var isStarted: Bool = false
    for (field, term) in wholes where !isStarted {
      guard let number = try record.number(field) else { continue }
      writer.start(term, FieldNumber(value: number.value, isHexadecimal: true))
      isStarted = true
    }
    if !isStarted {
      let code: UInt64 = try record.number(.eventCode)?.value ?? 0
      let selector: UInt64 = try record.number(.eventSelectExtension)?.value ?? 0
      writer.start(event: code | selector << 8)
    }
    try writer.addLeadingTerms(of: record, period: period)
    for (field, term) in Self.trailingTerms { writer.add(term, try record.number(field)) }
    if let filter = record.text(.filter) { writer.add(verbatim: filter.utf8) }
    if let register = try record.number(.registerIndex), register.value != 0 {
      let value: ArraySlice<UInt8> = record.bytes(.registerValue)
      // That a value makes no sense is to be said of this record, not of its use.
      _ = try record.number(.registerValue)
      // This is what perf's own tables hold where the files leave the value out.
      writer.add(register: register.value, value: value.isEmpty ? Array("None".utf8)[...] : value)
    }
  }

  private static let trailingTerms: [(EventFileField, String)] = [
    (.unitMask, ",umask="), (.nodeType, ",type="), (.readWriteMask, ",rdwrmask="),
    (.allCores, ",enallcores="), (.allSlices, ",enallslices="), (.slice, ",sliceid="),
    (.threadMask, ",threadmask="),
  ]
}
