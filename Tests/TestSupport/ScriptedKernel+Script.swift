package import PerfEvent
import Synchronization

extension ScriptedKernel {
  /// Adds a rule for opening; the first rule with an error decides.
  package func onOpen(_ rule: @escaping OpenRule) {
    state.withLock { $0.openRules.append(rule) }
  }

  /// Refuses every event that a condition holds for.
  package func refuse(
    with error: Errno, when condition: @escaping @Sendable (ScriptedOpen) -> Bool = { _ in true }
  ) {
    onOpen { condition($0) ? error : nil }
  }

  /// Refuses to have more descriptors open than a number.
  package func limitDescriptors(to limit: Int) {
    onOpen { [weak self] _ in
      guard let self else { return nil }
      return openDescriptors.count >= limit ? .tooManyOpenFiles : nil
    }
    descriptorLimit = DescriptorLimit(soft: UInt64(limit), hard: UInt64(limit))
  }

  /// Adds a rule for requests with a number; the first one with an error decides.
  package func onControl(_ rule: @escaping ControlRule) {
    state.withLock { $0.controlRules.append(rule) }
  }

  /// Adds a rule for requests with memory; the first one with an error decides.
  package func onControlMemory(_ rule: @escaping MemoryRule) {
    state.withLock { $0.memoryRules.append(rule) }
  }

  /// Adds a rule for waits; the first one that tells something of an event decides.
  package func onWait(_ rule: @escaping WaitRule) {
    state.withLock { $0.waitRules.append(rule) }
  }

  /// Adds a rule for mappings; the first one with an error decides.
  package func onMap(_ rule: @escaping MapRule) {
    state.withLock { $0.mapRules.append(rule) }
  }

  /// Lets the next reads of a descriptor give these; then come its counts again.
  package func enqueue(_ reads: [ScriptedRead], of descriptor: Int32) {
    state.withLock { $0.events[descriptor]?.reads += reads }
  }

  /// Sets the counts of an open event; reads give them in the event's format.
  package func setCounts(_ counts: ScriptedCounts, of descriptor: Int32) {
    state.withLock { $0.events[descriptor]?.counts = counts }
  }

  /// Sets the counts of every event with a configuration, open now or later.
  package func setCounts(_ counts: ScriptedCounts, ofConfig config: UInt64) {
    state.withLock { $0.countsOfConfig[config] = counts }
  }

  /// Puts a text file in place, and with it the folders that lead to it.
  package func addFile(_ path: String, _ text: String) {
    addFile(path, bytes: Array(text.utf8))
  }

  /// Puts a file in place, and with it the folders that lead to it.
  package func addFile(_ path: String, bytes: [UInt8]) {
    state.withLock { $0.files[path] = .bytes(bytes) }
  }

  /// Puts an empty folder in place, and with it the folders that lead to it.
  package func addFolder(_ path: String) {
    state.withLock { $0.files[path] = .folder }
  }

  /// Lets a path answer with an error.
  package func addFailure(_ path: String, _ error: Errno) {
    state.withLock { $0.files[path] = .error(error) }
  }

  /// Takes a file away.
  package func removeFile(_ path: String) {
    state.withLock { $0.files[path] = nil }
  }

  /// The size of the attributes that this kernel says it knows.
  ///
  /// Larger attributes with a field set behind it are refused by themselves.
  package var attributeSize: UInt32? {
    get { state.withLock { $0.attributeSize } }
    set { state.withLock { $0.attributeSize = newValue } }
  }

  /// The limits on descriptors that this kernel says there are.
  package var descriptorLimit: DescriptorLimit? {
    get { state.withLock { $0.descriptorLimit } }
    set { state.withLock { $0.descriptorLimit = newValue } }
  }

  /// The memory that stands for the mapped pages of a descriptor.
  package func memory(of descriptor: Int32) -> ScriptedMemory? {
    state.withLock { state in state.memories.values.first { $0.descriptor == descriptor } }
  }
}

extension ScriptedKernel {
  /// Puts the files of a machine in place that is as open as can be.
  ///
  /// - Parameters:
  ///   - paranoid: The level of perf_event_paranoid, or nil for no such file.
  ///   - seccomp: The mode of the process's filter.
  ///   - capabilities: The effective capabilities of the process.
  ///   - corePMU: The folder of the CPU's PMU, or nil for a machine without.
  ///   - isVirtual: Whether the CPU is a virtual machine's.
  package func addMachine(
    paranoid: Int? = 2, seccomp: Int = 0, capabilities: UInt64 = 0, corePMU: String? = "cpu",
    isVirtual: Bool = false
  ) {
    if let paranoid { addFile("/proc/sys/kernel/perf_event_paranoid", "\(paranoid)\n") }
    addFile("/proc/sys/kernel/perf_event_mlock_kb", "516\n")
    addFile(
      "/proc/self/status",
      """
      Name:\tprogram
      CapEff:\t\(String(capabilities, radix: 16))
      Seccomp:\t\(seccomp)
      Seccomp_filters:\t\(seccomp == 2 ? 1 : 0)
      """)
    let root: String = "/sys/bus/event_source/devices"
    addFile("\(root)/software/type", "1\n")
    addFile("\(root)/tracepoint/type", "2\n")
    addFile("\(root)/breakpoint/type", "5\n")
    if let corePMU { addFile("\(root)/\(corePMU)/type", "4\n") }
    addFile("/proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu\(isVirtual ? " hypervisor" : "")\n")
    addFile("/sys/devices/system/cpu/possible", "0-1\n")
    addFile("/sys/devices/system/cpu/online", "0-1\n")
  }
}
