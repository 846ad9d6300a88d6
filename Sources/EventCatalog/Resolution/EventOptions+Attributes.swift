internal import PerfEvent

extension EventOptions {
  /// Writes what attributes have a place for.
  func apply(to attributes: inout EventAttributes) {
    if recordsTime == true { attributes.sampleFields.insert(.time) }
    if isInherited == true { attributes.flags.insert(.inherit) }
    if overwrites == true { attributes.flags.insert(.writeBackward) }
    if writesAUX == true { attributes.flags.insert(.auxOutput) }
    if let auxAction { attributes.auxAction |= auxAction.rawValue }
    if let auxSampleSize, auxSampleSize > 0 {
      attributes.auxSampleSize = auxSampleSize
      attributes.sampleFields.insert(.aux)
    }
    if let branches {
      attributes.branchFields = branches
      attributes.sampleFields.insert(.branchStack)
    }
    if let depth = maximumCallchainDepth, depth > 0 {
      attributes.maximumCallchainDepth = depth
      attributes.sampleFields.insert(.callchain)
    }
    applyCallchain(to: &attributes)
  }

  private func applyCallchain(to attributes: inout EventAttributes) {
    switch callchain {
    case nil, .some(.none): return
    case .framePointers: break
    case .debugInformation:
      attributes.flags.insert(.excludeUserCallchain)
      attributes.sampleFields.formUnion([.userRegisters, .userStack])
      attributes.userRegisters = Self.registers
      attributes.userStackSize = stackSize ?? Self.usualStackSize
    case .branchRecords:
      attributes.sampleFields.insert(.branchStack)
      attributes.branchFields = [.user, .callStack, .noFlags, .noCycles, .hardwareIndex]
    }
    attributes.sampleFields.insert(.callchain)
  }

  /// As much as perf takes.
  private static let usualStackSize: UInt32 = 8192

  /// The registers from which a stack can be followed, as perf takes them.
  #if arch(x86_64)
    private static let registers: UInt64 = 0xff_0fff
  #elseif arch(arm64)
    private static let registers: UInt64 = 0x1_ffff_ffff
  #else
    private static let registers: UInt64 = 0
  #endif
}
