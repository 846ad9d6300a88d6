/// A mapping as a record tells it.
struct Mapping {
  let thread: ThreadID
  let address: UInt64
  let length: UInt64
  let fileOffset: UInt64
  let path: String
  var protection: UInt32 = 0
  var mapFlags: UInt32 = 0
  var buildID: [UInt8] = []
  var inode: UInt64 = 0
  var device: UInt64 = 0
}

extension ProcessTable {
  mutating func insert(_ mapping: Mapping, at time: UInt64, machine: Int32, flags: RecordFlags) {
    let mode = flags.cpuMode
    let isKernel = mapping.thread.process == -1 || mode == .kernel || mode == .guestKernel
    let kind =
      isKernel
      ? MappedModule.Kind(kernelPath: mapping.path) : MappedModule.Kind(userPath: mapping.path)
    // A kernel of unknown length reaches to the end.
    guard mapping.length > 0 || kind == .kernel else { return }
    let (sum, overflows) = mapping.address.addingReportingOverflow(mapping.length &- 1)
    let last = overflows || mapping.length == 0 ? UInt64.max : sum
    let module = moduleTable.position(
      of: MappedModule(
        path: mapping.path, kind: kind, recordedBuildID: mapping.buildID, inode: mapping.inode,
        device: mapping.device, machine: machine))
    let region = MappedRegion(
      address: mapping.address, lastAddress: last,
      moduleOffset: moduleOffset(mapping, kind), moduleIndex: module,
      protection: mapping.protection, mapFlags: mapping.mapFlags,
      isData: flags.contains(.dataMapping))
    let key =
      isKernel
      ? TaskKey.kernel(machine: machine) : TaskKey(mapping.thread.process, machine: machine)
    spaces.record(key, at: time, .map(region))
  }

  /// The offset in its module at which a mapping begins.
  private func moduleOffset(_ mapping: Mapping, _ kind: MappedModule.Kind) -> UInt64 {
    switch kind {
    // The record has the address of a symbol in place of an offset.
    case .kernel: mapping.fileOffset == 0 ? 0 : mapping.address &- mapping.fileOffset
    case .vdso: 0
    default: mapping.fileOffset
    }
  }

  mutating func insert(_ symbol: borrowing KernelSymbolRecord, at time: UInt64, machine: Int32) {
    let length = UInt64(symbol.length)
    let (last, overflows) = symbol.address.addingReportingOverflow(length &- 1)
    guard length > 0, !overflows else { return }
    let key = TaskKey.kernelCode(machine: machine)
    if symbol.symbolFlags & 1 != 0 {
      spaces.record(key, at: time, .unmap(symbol.address, through: last))
      return
    }
    let module = moduleTable.position(
      of: MappedModule(
        path: symbol.name, kind: .kernelCode, recordedBuildID: [], inode: 0, device: 0,
        machine: machine))
    spaces.record(
      key, at: time,
      .map(
        MappedRegion(
          address: symbol.address, lastAddress: last, moduleOffset: 0, moduleIndex: module)))
  }
}
