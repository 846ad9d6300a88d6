extension ProcessTable {
  /// Takes the BPF programs of a header, with the code of their functions.
  ///
  /// Programs that were there before the recorder may be told nowhere else. Records
  /// that tell of the same code take its place from their time on.
  mutating func insert(_ programs: [BPFProgramInfo], _ types: [BPFTypeFormat]) {
    let bytes = Dictionary(types.map { ($0.identifier, $0.bytes) }) { first, _ in first }
    var formats: [UInt32: BPFTypeNames] = [:]
    for program in programs {
      var known =
        bpfPrograms[program.identifier]
        ?? BPFProgram(identifier: program.identifier, tag: program.tag)
      known.name = program.name
      bpfPrograms[program.identifier] = known
      let number = program.typeFormatID
      if number != 0, formats[number] == nil, let bytes = bytes[number] {
        formats[number] = BPFTypeNames(bytes)
      }
      insert(program, formats[number])
    }
  }

  private mutating func insert(_ program: BPFProgramInfo, _ types: BPFTypeNames?) {
    for (index, address) in program.symbols.enumerated() where index < program.functionSizes.count {
      let length = UInt64(program.functionSizes[index])
      let (last, overflows) = address.addingReportingOverflow(length &- 1)
      guard length > 0, address != 0, !overflows else { continue }
      let module = moduleTable.position(
        of: MappedModule(
          path: program.symbolName(index, types), kind: .kernelCode, recordedBuildID: [],
          inode: 0, device: 0, machine: 0))
      spaces.record(
        .kernelCode(machine: 0), at: 0,
        .map(
          MappedRegion(
            address: address, lastAddress: last, moduleOffset: 0, moduleIndex: module)))
    }
  }
}

extension BPFProgramInfo {
  /// The name of a function among the kernel's symbols.
  fileprivate func symbolName(_ index: Int, _ types: BPFTypeNames?) -> String {
    let tag = index < tags.count ? tags[index] : self.tag
    let prefix = BPFProgram(identifier: identifier, tag: tag).symbolPrefix
    let name: String
    if let types {
      name = types.name(ofFunction: index, in: self)
    } else {
      // The kernel calls all functions of a program so that has no types.
      name = symbols.count == 1 ? self.name : "F"
    }
    return name.isEmpty ? prefix : "\(prefix)_\(name)"
  }
}
