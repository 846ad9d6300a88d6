extension EventAttributes {
  /// Creates attributes from the bytes of a file or a record.
  ///
  /// Fields behind the size that the bytes claim are zero; a field that the size
  /// cuts, and everything behind the last known field, is kept in
  /// ``unknownTail``. The bit fields of a machine of the other byte order, which
  /// stand mirrored, come out as on this one.
  ///
  /// - Parameters:
  ///   - bytes: The attributes; more bytes than their size are ignored.
  ///   - byteOrder: The byte order of the machine that wrote them.
  /// - Throws: ``EventAttributesError`` if the bytes are fewer than they claim.
  public init(parsing bytes: RawSpan, byteOrder: ByteOrder) throws(EventAttributesError) {
    guard bytes.byteCount >= 8 else {
      throw .truncated(size: 64, available: bytes.byteCount)
    }
    var header = FieldReader(byteOrder: byteOrder, end: 8)
    _ = header.next(in: bytes, as: UInt32.self)
    let claimed: UInt32 = header.next(in: bytes, as: UInt32.self)
    let size: UInt32 = claimed == 0 ? 64 : claimed
    guard size >= 64 else { throw .sizeTooSmall(size: size) }
    guard let end = Int(exactly: size), end <= bytes.byteCount else {
      throw .truncated(size: size, available: bytes.byteCount)
    }
    var fields = FieldReader(byteOrder: byteOrder, end: end)
    self.init(type: EventType(rawValue: fields.next(in: bytes, as: UInt32.self)))
    _ = fields.next(in: bytes, as: UInt32.self)
    readBase(&fields, in: bytes)
    readExtensions(&fields, in: bytes)
    unknownTail = (fields.position..<end).map {
      unsafe bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self)
    }
  }

  private mutating func readBase(_ fields: inout FieldReader, in bytes: RawSpan) {
    let byteOrder: ByteOrder = fields.byteOrder
    config = fields.next(in: bytes, as: UInt64.self)
    samplePeriod = fields.next(in: bytes, as: UInt64.self)
    sampleFields = SampleFields(rawValue: fields.next(in: bytes, as: UInt64.self))
    readFormat = ReadFormat(rawValue: fields.next(in: bytes, as: UInt64.self))
    flags = EventFlags(stored: fields.next(in: bytes, as: UInt64.self), byteOrder: byteOrder)
    wakeup = fields.next(in: bytes, as: UInt32.self)
    breakpointAccess = BreakpointAccess(rawValue: fields.next(in: bytes, as: UInt32.self))
    config1 = fields.next(in: bytes, as: UInt64.self)
  }

  private mutating func readExtensions(_ fields: inout FieldReader, in bytes: RawSpan) {
    config2 = fields.next(in: bytes, as: UInt64.self)
    branchFields = BranchFields(rawValue: fields.next(in: bytes, as: UInt64.self))
    userRegisters = fields.next(in: bytes, as: UInt64.self)
    userStackSize = fields.next(in: bytes, as: UInt32.self)
    clockID = fields.next(in: bytes, as: Int32.self)
    interruptRegisters = fields.next(in: bytes, as: UInt64.self)
    auxWatermark = fields.next(in: bytes, as: UInt32.self)
    maximumCallchainDepth = fields.next(in: bytes, as: UInt16.self)
    reserved = fields.next(in: bytes, as: UInt16.self)
    auxSampleSize = fields.next(in: bytes, as: UInt32.self)
    auxAction = fields.next(in: bytes, as: UInt32.self).mirrored(in: fields.byteOrder)
    signalData = fields.next(in: bytes, as: UInt64.self)
    config3 = fields.next(in: bytes, as: UInt64.self)
    config4 = fields.next(in: bytes, as: UInt64.self)
  }

  /// Returns the attributes as a file or a record holds them.
  ///
  /// - Parameters:
  ///   - byteOrder: The byte order to write.
  ///   - size: The number of bytes, at least 64. Fields behind it are left out;
  ///     behind the last field that fits stands ``unknownTail``, then zeros.
  /// - Returns: Exactly `size` bytes.
  public func bytes(byteOrder: ByteOrder, size: Int) -> [UInt8] {
    var fields = FieldWriter(byteOrder: byteOrder, end: max(size, 64))
    fields.append(type.rawValue)
    fields.append(UInt32(truncatingIfNeeded: fields.end))
    fields.append(config)
    fields.append(samplePeriod)
    fields.append(sampleFields.rawValue)
    fields.append(readFormat.rawValue)
    fields.append(flags.stored(byteOrder: byteOrder))
    fields.append(wakeup)
    fields.append(breakpointAccess.rawValue)
    fields.append(config1)
    fields.append(config2)
    fields.append(branchFields.rawValue)
    fields.append(userRegisters)
    fields.append(userStackSize)
    fields.append(clockID)
    fields.append(interruptRegisters)
    fields.append(auxWatermark)
    fields.append(maximumCallchainDepth)
    fields.append(reserved)
    fields.append(auxSampleSize)
    fields.append(auxAction.mirrored(in: byteOrder))
    fields.append(signalData)
    fields.append(config3)
    fields.append(config4)
    return fields.finish(tail: unknownTail)
  }
}

extension EventFlags {
  /// Creates flags from the bit fields of a machine.
  ///
  /// Big-endian machines allocate bit fields from the top, so bit i stands at
  /// 63 - i, while the two bits of the precision keep their order.
  init(stored: UInt64, byteOrder: ByteOrder) {
    switch byteOrder {
    case .littleEndian: self.init(rawValue: stored)
    case .bigEndian: self.init(rawValue: Self.swappingPrecision(stored.mirrored(in: .bigEndian)))
    }
  }

  func stored(byteOrder: ByteOrder) -> UInt64 {
    switch byteOrder {
    case .littleEndian: rawValue
    case .bigEndian: Self.swappingPrecision(rawValue).mirrored(in: .bigEndian)
    }
  }

  private static func swappingPrecision(_ value: UInt64) -> UInt64 {
    let shift: UInt64 = EventAttributes.precisionShift
    let low: UInt64 = value >> shift & 1
    let high: UInt64 = value >> (shift + 1) & 1
    return value & ~(3 << shift) | high << shift | low << (shift + 1)
  }
}

extension FixedWidthInteger {
  /// The value with its bits in the other order, if the machine is big-endian.
  fileprivate func mirrored(in byteOrder: ByteOrder) -> Self {
    guard byteOrder == .bigEndian else { return self }
    var result: Self = 0
    for bit in 0..<Self.bitWidth where self >> bit & 1 != 0 {
      result |= 1 << (Self.bitWidth - 1 - bit)
    }
    return result
  }
}
