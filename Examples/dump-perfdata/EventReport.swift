import PerfData
import PerfEvent

/// The lines of the events with their attributes that are not zero.
func eventLines(_ file: borrowing PerfDataFile) -> String {
  file.events.map { event in
    var parts = ["# event : name = \(escaped(event.name)), "]
    if !event.identifiers.isEmpty {
      parts.append("id = { " + event.identifiers.map(String.init).joined(separator: ", ") + " }")
    }
    parts += attributeParts(event.attributes, size: UInt64(event.attributeSize))
    return parts.joined(separator: ", ") + "\n"
  }.joined()
}

private func attributeParts(_ attributes: EventAttributes, size: UInt64) -> [String] {
  let numbers: [(String, UInt64)] = [
    ("type", UInt64(attributes.type.rawValue)), ("size", size),
  ]
  var parts = numbers.filter { $0.1 != 0 }.map { "\($0.0) = \($0.1)" }
  if attributes.config != 0 { parts.append("config = \(hexadecimal(attributes.config))") }
  if attributes.samplePeriod != 0 {
    parts.append("{ sample_period, sample_freq } = \(attributes.samplePeriod)")
  }
  let samples = names(attributes.sampleFields.rawValue, sampleNames)
  if !samples.isEmpty { parts.append("sample_type = \(samples)") }
  let reads = names(attributes.readFormat.rawValue, readNames)
  if !reads.isEmpty { parts.append("read_format = \(reads)") }
  parts += flagParts(attributes)
  return parts + lastParts(attributes)
}

private func flagParts(_ attributes: EventAttributes) -> [String] {
  var parts: [String] = []
  for (bit, name) in flagNames {
    let value =
      name == "precise_ip"
      ? UInt64(attributes.precision) : attributes.flags.rawValue >> UInt64(bit) & 1
    if value != 0 { parts.append("\(name) = \(value)") }
  }
  return parts
}

private func lastParts(_ attributes: EventAttributes) -> [String] {
  let branches = names(attributes.branchFields.rawValue, branchNames)
  let parts: [(String, String?)] = [
    ("{ wakeup_events, wakeup_watermark }", decimal(UInt64(attributes.wakeup))),
    ("bp_type", decimal(UInt64(attributes.breakpointAccess.rawValue))),
    ("{ bp_addr, config1 }", hexadecimalIfSet(attributes.config1)),
    ("{ bp_len, config2 }", hexadecimalIfSet(attributes.config2)),
    ("branch_sample_type", branches.isEmpty ? nil : branches),
    ("sample_regs_user", hexadecimalIfSet(attributes.userRegisters)),
    ("sample_stack_user", decimal(UInt64(attributes.userStackSize))),
    ("clockid", attributes.clockID == 0 ? nil : "\(attributes.clockID)"),
    ("sample_regs_intr", hexadecimalIfSet(attributes.interruptRegisters)),
    ("aux_watermark", decimal(UInt64(attributes.auxWatermark))),
    ("sample_max_stack", decimal(UInt64(attributes.maximumCallchainDepth))),
    ("aux_sample_size", decimal(UInt64(attributes.auxSampleSize))),
    ("sig_data", decimal(attributes.signalData)),
  ]
  return parts.compactMap { part in part.1.map { "\(part.0) = \($0)" } }
}

private func decimal(_ number: UInt64) -> String? {
  number == 0 ? nil : "\(number)"
}

private func hexadecimalIfSet(_ number: UInt64) -> String? {
  number == 0 ? nil : hexadecimal(number)
}

private func names(_ bits: UInt64, _ names: [(bit: Int, name: String)]) -> String {
  names.filter { bits >> UInt64($0.bit) & 1 != 0 }.map(\.name).joined(separator: "|")
}

/// The order is that in which perf prints them.
private let sampleNames: [(bit: Int, name: String)] = [
  (0, "IP"), (1, "TID"), (2, "TIME"), (3, "ADDR"), (4, "READ"), (5, "CALLCHAIN"), (6, "ID"),
  (7, "CPU"), (8, "PERIOD"), (9, "STREAM_ID"), (10, "RAW"), (11, "BRANCH_STACK"),
  (12, "REGS_USER"), (13, "STACK_USER"), (16, "IDENTIFIER"), (18, "REGS_INTR"),
  (15, "DATA_SRC"), (14, "WEIGHT"), (19, "PHYS_ADDR"), (20, "AUX"), (21, "CGROUP"),
  (22, "DATA_PAGE_SIZE"), (23, "CODE_PAGE_SIZE"), (24, "WEIGHT_STRUCT"), (17, "TRANSACTION"),
]

private let readNames: [(bit: Int, name: String)] = [
  (0, "TOTAL_TIME_ENABLED"), (1, "TOTAL_TIME_RUNNING"), (2, "ID"), (3, "GROUP"), (4, "LOST"),
]

private let branchNames: [(bit: Int, name: String)] = [
  (0, "USER"), (1, "KERNEL"), (2, "HV"), (3, "ANY"), (4, "ANY_CALL"), (5, "ANY_RETURN"),
  (6, "IND_CALL"), (7, "ABORT_TX"), (8, "IN_TX"), (9, "NO_TX"), (10, "COND"),
  (11, "CALL_STACK"), (12, "IND_JUMP"), (13, "CALL"), (14, "NO_FLAGS"), (15, "NO_CYCLES"),
  (16, "TYPE_SAVE"), (17, "HW_INDEX"), (18, "PRIV_SAVE"), (19, "COUNTERS"),
]

private let flagNames: [(bit: Int, name: String)] = [
  (0, "disabled"), (1, "inherit"), (2, "pinned"), (3, "exclusive"), (4, "exclude_user"),
  (5, "exclude_kernel"), (6, "exclude_hv"), (7, "exclude_idle"), (8, "mmap"), (9, "comm"),
  (10, "freq"), (11, "inherit_stat"), (12, "enable_on_exec"), (13, "task"), (14, "watermark"),
  (15, "precise_ip"), (17, "mmap_data"), (18, "sample_id_all"), (19, "exclude_host"),
  (20, "exclude_guest"), (21, "exclude_callchain_kernel"), (22, "exclude_callchain_user"),
  (23, "mmap2"), (24, "comm_exec"), (25, "use_clockid"), (26, "context_switch"),
  (27, "write_backward"), (28, "namespaces"), (29, "ksymbol"), (30, "bpf_event"),
  (31, "aux_output"), (32, "cgroup"), (33, "text_poke"), (34, "build_id"),
  (35, "inherit_thread"), (36, "remove_on_exec"), (37, "sigtrap"), (38, "defer_callchain"),
  (39, "defer_output"),
]
