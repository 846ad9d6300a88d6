extension OpenDiagnosis {
  /// Finds the argument that is at fault by trying again without each.
  func invalidArgument() -> PerfEventError {
    if target.task == -1 && target.cpu == -1 { return .noTarget }
    if target.cpu >= 0, !exists(cpu: target.cpu) { return .noSuchCPU(target.cpu) }
    if group >= 0, opens({ _ in }, group: -1) { return .doesNotFitIntoGroup }
    for suspect in Self.suspects {
      var changed: EventAttributes = attributes
      suspect.remove(&changed)
      if changed != attributes && opens(suspect.remove) {
        return .invalidAttribute(suspect.name)
      }
    }
    return .invalidAttributes
  }

  /// Whether the event can be opened after a change of its attributes.
  func opens(_ change: (inout EventAttributes) -> Void, group: Int32? = nil) -> Bool {
    var changed: EventAttributes = attributes
    change(&changed)
    changed.flags.insert(.disabled)
    do {
      let descriptor: Int32 = try kernel.open(
        changed, target: target, group: group ?? self.group, flags: flags)
      kernel.close(descriptor)
      return true
    } catch {
      return false
    }
  }

  private func exists(cpu: Int32) -> Bool {
    guard let text = try? kernel.readText("/sys/devices/system/cpu/possible"),
      let last = text.split(whereSeparator: { $0 == "-" || $0 == "," }).last.flatMap({ Int32($0) })
    else { return true }
    return cpu <= last
  }

  private struct Suspect: Sendable {
    let name: String
    let remove: @Sendable (inout EventAttributes) -> Void
  }

  private static func flag(_ name: String, _ flag: EventFlags) -> Suspect {
    Suspect(name: name) { $0.flags.remove(flag) }
  }

  private static func field(_ name: String, _ field: SampleFields) -> Suspect {
    Suspect(name: "sample_type \(name)") { $0.sampleFields.remove(field) }
  }

  private static let suspects: [Suspect] =
    flagSuspects + formatSuspects + sampleSuspects + valueSuspects

  private static let flagSuspects: [Suspect] = [
    Suspect(name: "precise_ip") { $0.precision = 0 },
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
    Suspect(name: "a flag that it does not know") { $0.flags.formIntersection(.known) },
  ]

  private static let formatSuspects: [Suspect] = [
    Suspect(name: "read_format lost") { $0.readFormat.remove(.lost) },
    Suspect(name: "read_format group") { $0.readFormat.remove(.group) },
    Suspect(name: "read_format id") { $0.readFormat.remove(.id) },
    Suspect(name: "read_format") { $0.readFormat = [] },
  ]

  private static let sampleSuspects: [Suspect] = [
    field("read", .read), field("callchain", .callchain), field("raw", .raw),
    field("branch_stack", .branchStack), field("regs_user", .userRegisters),
    field("stack_user", .userStack), field("weight", .weight),
    field("weight_struct", .weightStructure), field("data_src", .dataSource),
    field("regs_intr", .interruptRegisters), field("phys_addr", .physicalAddress),
    field("aux", .aux), field("cgroup", .cgroup), field("data_page_size", .dataPageSize),
    field("code_page_size", .codePageSize),
    Suspect(name: "sample_type") { $0.sampleFields = [] },
  ]

  private static let valueSuspects: [Suspect] = [
    Suspect(name: "branch_sample_type") { $0.branchFields = [] },
    Suspect(name: "sample_regs_user") { $0.userRegisters = 0 },
    Suspect(name: "sample_stack_user") { $0.userStackSize = 0 },
    Suspect(name: "sample_regs_intr") { $0.interruptRegisters = 0 },
    Suspect(name: "sample_max_stack") { $0.maximumCallchainDepth = 0 },
    Suspect(name: "clockid") { $0.clockID = 0 },
    Suspect(name: "aux_sample_size") { $0.auxSampleSize = 0 },
    Suspect(name: "aux_action") { $0.auxAction = 0 },
    Suspect(name: "sig_data") { $0.signalData = 0 },
    Suspect(name: "sample_period") {
      $0.samplePeriod = 0
      $0.flags.remove(.frequency)
    },
    Suspect(name: "config1") { $0.config1 = 0 },
    Suspect(name: "config2") { $0.config2 = 0 },
    Suspect(name: "config3") { $0.config3 = 0 },
    Suspect(name: "config4") { $0.config4 = 0 },
  ]
}

extension EventFlags {
  /// Every flag that this package knows, and the bits of the precision.
  fileprivate static let known: EventFlags = EventFlags(rawValue: (1 << 40) - 1)
}
