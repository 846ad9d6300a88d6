import PerfData

/// The fields of a record of Android's recorder.
func simpleperfFields(of record: borrowing Record) -> [Field] {
  switch record.content {
  case .simpleperfKernelSymbols(let symbols):
    return [.number("bytes", symbols.text.byteCount)]
  case .tracingData(let formats):
    return [.number("bytes", formats.data.byteCount)]
  case .simpleperfFile(let file):
    return [
      .word("type", "\(file.fileType)"), .number("id", file.identifier),
      .address("min_vaddr", file.minimumAddress), .text("path", file.path),
    ]
  case .simpleperfSymbol(let symbol):
    return [
      .address("address", symbol.address), .number("length", symbol.length),
      .number("file", symbol.file), .text("name", symbol.name),
    ]
  case .simpleperfEventID(let list):
    let entries = (0..<list.count).map { index in
      [
        Field.number("event", list[index].eventIndex),
        Field.number("id", list[index].identifier),
      ]
    }
    return [Field("entries", .objects(entries))]
  case .simpleperfCallchain(let chain):
    return Field.thread(chain.thread) + [
      .number("chain_type", chain.chainType), .number("chain_time", chain.time),
      Field("callchain", .addresses(chain.addresses.array)),
      Field("stack_pointers", .addresses(chain.stackPointers.array)),
    ]
  case .simpleperfUnwindingResult(let result):
    return [
      .number("sample_time", result.time), .number("used_time", result.usedTime),
      .number("error", result.errorCode), .address("error_address", result.errorAddress),
      .address("stack_start", result.stackStart), .address("stack_end", result.stackEnd),
      .number("abi", result.registers.abi.rawValue),
      Field("registers", .addresses(result.registers.values.array)),
      .number("stack_size", result.stack.byteCount),
      Field("callchain", .addresses(result.addresses.array)),
      Field("stack_pointers", .addresses(result.stackPointers.array)),
    ]
  case .simpleperfDebug(let remark):
    return [.number("remark_time", remark.time), .text("message", remark.message)]
  default:
    return []
  }
}
