/// What this machine's kernel allows, as far as it concerns events.
///
/// Everything is read when the value is made; settings can change at run time.
public struct KernelSettings: Hashable, Sendable {
  /// The level of `kernel.perf_event_paranoid`, or nil if the file is missing.
  ///
  /// At most -1: everything. 0: no raw tracepoints. 1: no whole CPUs. 2: no
  /// kernel side. Debian's 3 and Ubuntu's 4: nothing. Each for programs without
  /// privilege.
  public var paranoidLevel: Int?
  /// The kilobytes per CPU that a user may map for ring buffers.
  public var mappableKilobytes: Int?
  /// The mode of the seccomp filter of the calling thread: 0 none, 2 a filter.
  public var seccompMode: Int = 0
  /// The effective capabilities of the calling thread, a bit each.
  ///
  /// Outside the initial user namespace they mean nothing to performance events.
  public var capabilities: UInt64 = 0
  /// Whether this process is in the first user namespace, not in that of a
  /// container of its own.
  public var isInInitialUserNamespace: Bool = true
  /// The PMUs that the kernel registered, sorted by name.
  public var pmus: [String] = []
  /// Whether a PMU of the CPU itself is among them.
  public var hasCorePMU: Bool = false
  /// Whether the CPU says that it belongs to a virtual machine.
  public var isVirtualMachine: Bool = false

  /// Reads the settings.
  ///
  /// What cannot be read keeps its default.
  ///
  /// - Parameter kernel: The kernel to ask.
  public init(of kernel: any Kernel = LinuxKernel()) {
    paranoidLevel = Self.number(at: "/proc/sys/kernel/perf_event_paranoid", kernel)
    mappableKilobytes = Self.number(at: "/proc/sys/kernel/perf_event_mlock_kb", kernel)
    readStatus(kernel)
    isInInitialUserNamespace = Self.detectInitialUserNamespace(kernel)
    readPMUs(kernel)
    isVirtualMachine = Self.detectVirtualMachine(kernel)
  }

  /// Whether this process may do all that a paranoid level forbids others.
  public var isPrivileged: Bool { hasPerfmonCapability || hasSystemCapability }

  /// Whether this process has CAP_PERFMON in the initial user namespace.
  public var hasPerfmonCapability: Bool { hasCapability(38) }

  /// Whether this process has CAP_SYS_ADMIN in the initial user namespace.
  public var hasSystemCapability: Bool { hasCapability(21) }

  private func hasCapability(_ number: Int) -> Bool {
    isInInitialUserNamespace && capabilities >> number & 1 != 0
  }

  /// The type of a PMU, if it is registered.
  func type(of pmu: String, _ kernel: any Kernel) -> EventType? {
    guard let text = try? kernel.readText("\(Self.pmuFolder)/\(pmu)/type") else { return nil }
    return UInt32(text).map { EventType(rawValue: $0) }
  }

  /// Whether a PMU of a type is registered.
  func hasPMU(_ type: EventType, _ kernel: any Kernel) -> Bool {
    pmus.contains { self.type(of: $0, kernel) == type }
  }

  private static var pmuFolder: String { "/sys/bus/event_source/devices" }

  private static func number(at path: String, _ kernel: any Kernel) -> Int? {
    guard let text = try? kernel.readText(path) else { return nil }
    return Int(text)
  }

  /// Filters and capabilities are each thread's own, and the process's first thread
  /// may have ended long ago.
  private mutating func readStatus(_ kernel: any Kernel) {
    guard
      let status = (try? kernel.readText("/proc/thread-self/status"))
        ?? (try? kernel.readText("/proc/self/status"))
    else { return }
    for line in status.split(separator: "\n") {
      let parts: [Substring] = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value: Substring = parts[1].drop { $0 == " " || $0 == "\t" }
      switch parts[0] {
      case "Seccomp": seccompMode = Int(value) ?? 0
      case "CapEff": capabilities = UInt64(value, radix: 16) ?? 0
      default: break
      }
    }
  }

  /// The initial user namespace maps every user number to itself, in one line, and a
  /// kernel without user namespaces has no such file.
  private static func detectInitialUserNamespace(_ kernel: any Kernel) -> Bool {
    guard let map = try? kernel.readText("/proc/self/uid_map") else { return true }
    return map.split(whereSeparator: \.isWhitespace) == ["0", "0", "4294967295"]
  }

  /// A PMU of the CPU bears a well-known name, has the type of raw codes, or is
  /// bound to some of the CPUs as those of hybrid and Arm machines are.
  private mutating func readPMUs(_ kernel: any Kernel) {
    pmus = (try? kernel.listDirectory(Self.pmuFolder)) ?? []
    hasCorePMU = pmus.contains { name in
      if name == "cpu" || name.hasPrefix("armv") || type(of: name, kernel) == .raw { return true }
      return (try? kernel.readText("\(Self.pmuFolder)/\(name)/cpus")) != nil
    }
  }

  /// x86 machines tell by a flag of the CPU, others by who made the board.
  private static func detectVirtualMachine(_ kernel: any Kernel) -> Bool {
    if (try? kernel.readText("/sys/hypervisor/type")) != nil { return true }
    if let vendor = try? kernel.readText("/sys/class/dmi/id/sys_vendor"),
      ["QEMU", "VMware, Inc.", "innotek GmbH", "Xen"].contains(vendor)
    {
      return true
    }
    guard let bytes = try? kernel.readFile("/proc/cpuinfo", limit: 1 << 26) else { return false }
    // The flags of the first CPU stand in the first few kilobytes.
    let text = String(decoding: bytes.prefix(1 << 13), as: UTF8.self)
    return text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })
      .contains("hypervisor")
  }
}
