internal import CPerfEvent

extension EventAttributes {
  /// The published sizes of the kernel's structure, in ascending order.
  static let publishedSizes: [UInt32] = [
    CPERF_ATTR_SIZE_VER0, CPERF_ATTR_SIZE_VER1, CPERF_ATTR_SIZE_VER2, CPERF_ATTR_SIZE_VER3,
    CPERF_ATTR_SIZE_VER4, CPERF_ATTR_SIZE_VER5, CPERF_ATTR_SIZE_VER6, CPERF_ATTR_SIZE_VER7,
    CPERF_ATTR_SIZE_VER8, CPERF_ATTR_SIZE_VER9,
  ]

  /// The smallest published size, in bytes, that holds every field that is set.
  ///
  /// Passing no more than that keeps old kernels working: they refuse what they
  /// do not know.
  public var smallestSize: UInt32 {
    if config4 != 0 { return CPERF_ATTR_SIZE_VER9 }
    if config3 != 0 { return CPERF_ATTR_SIZE_VER8 }
    if signalData != 0 { return CPERF_ATTR_SIZE_VER7 }
    if auxSampleSize != 0 || auxAction != 0 { return CPERF_ATTR_SIZE_VER6 }
    if auxWatermark != 0 || maximumCallchainDepth != 0 || reserved != 0 {
      return CPERF_ATTR_SIZE_VER5
    }
    if interruptRegisters != 0 { return CPERF_ATTR_SIZE_VER4 }
    if userRegisters != 0 || userStackSize != 0 || clockID != 0 { return CPERF_ATTR_SIZE_VER3 }
    if branchFields != [] { return CPERF_ATTR_SIZE_VER2 }
    if config2 != 0 { return CPERF_ATTR_SIZE_VER1 }
    return CPERF_ATTR_SIZE_VER0
  }

  /// Whether a field is set that has no name here.
  var setsUnknownFields: Bool { unknownTail.contains { $0 != 0 } }

  /// The kernel's structure of the same content, without fields unknown here.
  var kernelStructure: cperf_event_attr {
    var result = cperf_event_attr()
    result.type = type.rawValue
    result.size = smallestSize
    result.config = config
    result.sample_period = samplePeriod
    result.sample_type = sampleFields.rawValue
    result.read_format = readFormat.rawValue
    result.flags = flags.rawValue
    result.wakeup = wakeup
    result.bp_type = breakpointAccess.rawValue
    result.config1 = config1
    result.config2 = config2
    result.branch_sample_type = branchFields.rawValue
    result.sample_regs_user = userRegisters
    result.sample_stack_user = userStackSize
    result.clockid = clockID
    result.sample_regs_intr = interruptRegisters
    result.aux_watermark = auxWatermark
    result.sample_max_stack = maximumCallchainDepth
    result.reserved_2 = reserved
    result.aux_sample_size = auxSampleSize
    result.aux_action = auxAction
    result.sig_data = signalData
    result.config3 = config3
    result.config4 = config4
    return result
  }

  /// Creates attributes of the same content as the kernel's structure.
  init(_ structure: cperf_event_attr) {
    self.init(type: EventType(rawValue: structure.type), config: structure.config)
    samplePeriod = structure.sample_period
    sampleFields = SampleFields(rawValue: structure.sample_type)
    readFormat = ReadFormat(rawValue: structure.read_format)
    flags = EventFlags(rawValue: structure.flags)
    wakeup = structure.wakeup
    breakpointAccess = BreakpointAccess(rawValue: structure.bp_type)
    config1 = structure.config1
    config2 = structure.config2
    branchFields = BranchFields(rawValue: structure.branch_sample_type)
    userRegisters = structure.sample_regs_user
    userStackSize = structure.sample_stack_user
    clockID = structure.clockid
    interruptRegisters = structure.sample_regs_intr
    auxWatermark = structure.aux_watermark
    maximumCallchainDepth = structure.sample_max_stack
    reserved = structure.reserved_2
    auxSampleSize = structure.aux_sample_size
    auxAction = structure.aux_action
    signalData = structure.sig_data
    config3 = structure.config3
    config4 = structure.config4
  }
}
