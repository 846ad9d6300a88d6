extension SimpleperfFile {
  /// Reads a file in the older form.
  init(parsing cursor: inout ByteCursor) throws(PerfDataError) {
    path = try cursor.readTerminatedText()
    kind = Kind(rawValue: try cursor.readUInt32())
    minimumAddress = try cursor.readUInt64()
    for _ in 0..<(try cursor.readCount32(elementSize: 13)) {
      var symbol = Symbol()
      symbol.address = try cursor.readUInt64()
      symbol.length = try cursor.readUInt32()
      symbol.name = try cursor.readTerminatedText()
      symbols.append(symbol)
    }
    // The first versions end here.
    guard cursor.remaining > 0 else { return }
    switch kind {
    case .dex:
      for _ in 0..<(try cursor.readCount32(elementSize: 8)) {
        dexFileOffsets.append(try cursor.readUInt64())
      }
    case .elf: fileOffset = try cursor.readUInt64()
    case .kernelModule: memoryOffset = try cursor.readUInt64()
    default: break
    }
  }

  /// Reads a file in the newer form, a message of protocol buffers.
  init(message: consuming ProtobufReader) throws(PerfDataError) {
    while let field = try message.next() {
      switch field.number {
      case 1: path = field.text
      case 2: kind = Kind(rawValue: UInt32(truncatingIfNeeded: field.value))
      case 3: minimumAddress = field.value
      case 4: symbols.append(try Symbol(message: field.reader))
      case 5: dexFileOffsets = try field.reader.numbers(of: 1)
      case 6: fileOffset = try field.reader.numbers(of: 1).last ?? 0
      case 7: memoryOffset = try field.reader.numbers(of: 1).last ?? 0
      default: break
      }
    }
  }
}

extension SimpleperfFile.Symbol {
  init(message: consuming ProtobufReader) throws(PerfDataError) {
    while let field = try message.next() {
      switch field.number {
      case 1: address = field.value
      case 2: length = UInt32(truncatingIfNeeded: field.value)
      case 3: name = field.text
      default: break
      }
    }
  }
}
