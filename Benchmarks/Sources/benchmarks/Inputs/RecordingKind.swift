/// The kinds of recording that readers are measured on.
enum RecordingKind: String, CaseIterable {
  /// Samples of the CPU clock with call chains by frame pointers.
  case callchains
  /// Samples of three tracepoints: task switches, and begin and end of system calls.
  case tracepoints
  /// Samples with registers and 8 KiB of the user stack, to be unwound later.
  case stacks
  /// As ``callchains``, packed by zstd.
  case packed

  /// What the names of benchmarks call it.
  var label: String {
    switch self {
    case .callchains: "call chains"
    case .tracepoints: "tracepoints"
    case .stacks: "stacks"
    case .packed: "packed call chains"
    }
  }

  /// The options by which perf records it.
  var recordOptions: [String] {
    let clock = ["-e", "cpu-clock", "-a", "-m", "1024"]
    let calls = ["raw_syscalls:sys_enter", "raw_syscalls:sys_exit"]
    return switch self {
    case .callchains: clock + ["-F", "5000", "-g"]
    case .tracepoints:
      ["-e", (["sched:sched_switch"] + calls).joined(separator: ","), "-a", "-m", "4096"]
    case .stacks: clock + ["-F", "499", "--call-graph", "dwarf,8192"]
    case .packed: clock + ["-F", "5000", "-g", "-z"]
    }
  }
}
