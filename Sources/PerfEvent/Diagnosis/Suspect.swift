/// An attribute that may be the reason of a refusal, and how to do without it.
struct Suspect: Sendable {
  let name: String
  let remove: @Sendable (inout EventAttributes) -> Void

  init(_ name: String, _ remove: @escaping @Sendable (inout EventAttributes) -> Void) {
    self.name = name
    self.remove = remove
  }

  /// All attributes that a kernel or a PMU is known to refuse.
  static var all: [Suspect] { flags + formats + samples + values }

  /// The flags that only the leader of a group may have.
  static var leadersOnly: [Suspect] { [flag("pinned", .pinned), flag("exclusive", .exclusive)] }

  private static func flag(_ name: String, _ flag: EventFlags) -> Suspect {
    Suspect(name) { $0.flags.remove(flag) }
  }

  private static func field(_ name: String, _ field: SampleFields) -> Suspect {
    Suspect("sample_type \(name)") { $0.sampleFields.remove(field) }
  }

  private static let flags: [Suspect] = [
    Suspect("precise_ip") { $0.precision = 0 },
    flag("inherit", .inherit), flag("inherit_stat", .inheritStatistics),
    flag("inherit_thread", .inheritThread), flag("pinned", .pinned),
    flag("exclusive", .exclusive), flag("exclude_user", .excludeUser),
    flag("exclude_kernel", .excludeKernel), flag("exclude_hv", .excludeHypervisor),
    flag("exclude_idle", .excludeIdle), flag("exclude_host", .excludeHost),
    flag("exclude_guest", .excludeGuest), flag("freq", .frequency),
    flag("enable_on_exec", .enableOnExec), flag("remove_on_exec", .removeOnExec),
    flag("sigtrap", .signalTrap), flag("use_clockid", .useClockID),
    flag("write_backward", .writeBackward), flag("aux_output", .auxOutput),
    flag("build_id", .buildID), flag("text_poke", .textPoke),
    flag("defer_callchain", .deferCallchain), flag("defer_output", .deferOutput),
    Suspect("a flag that it does not know") { $0.flags.formIntersection(.known) },
  ]

  private static let formats: [Suspect] = [
    Suspect("read_format lost") { $0.readFormat.remove(.lost) },
    Suspect("read_format group") { $0.readFormat.remove(.group) },
    Suspect("read_format id") { $0.readFormat.remove(.id) },
    Suspect("read_format") { $0.readFormat = [] },
  ]

  private static let samples: [Suspect] = [
    field("read", .read), field("callchain", .callchain), field("raw", .raw),
    field("branch_stack", .branchStack), field("regs_user", .userRegisters),
    field("stack_user", .userStack), field("weight", .weight),
    field("weight_struct", .weightStructure), field("data_src", .dataSource),
    field("regs_intr", .interruptRegisters), field("phys_addr", .physicalAddress),
    field("aux", .aux), field("cgroup", .cgroup), field("data_page_size", .dataPageSize),
    field("code_page_size", .codePageSize),
    Suspect("sample_type") { $0.sampleFields = [] },
  ]

  private static let values: [Suspect] = [
    Suspect("branch_sample_type") { $0.branchFields = [] },
    Suspect("sample_regs_user") { $0.userRegisters = 0 },
    Suspect("sample_stack_user") { $0.userStackSize = 0 },
    Suspect("sample_regs_intr") { $0.interruptRegisters = 0 },
    Suspect("sample_max_stack") { $0.maximumCallchainDepth = 0 },
    Suspect("clockid") { $0.clockID = 0 },
    Suspect("aux_sample_size") { $0.auxSampleSize = 0 },
    Suspect("aux_action") { $0.auxAction = 0 },
    Suspect("sig_data") { $0.signalData = 0 },
    Suspect("sample_period") {
      $0.samplePeriod = 0
      $0.flags.remove(.frequency)
    },
    Suspect("config1") { $0.config1 = 0 },
    Suspect("config2") { $0.config2 = 0 },
    Suspect("config3") { $0.config3 = 0 },
    Suspect("config4") { $0.config4 = 0 },
  ]
}

extension EventFlags {
  /// Every flag that this package knows, and the bits of the precision.
  fileprivate static let known: EventFlags = EventFlags(rawValue: (1 << 40) - 1)
}
