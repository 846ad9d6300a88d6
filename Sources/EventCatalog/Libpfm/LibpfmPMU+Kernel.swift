public import PerfEvent

extension LibpfmPMU {
  /// The kind of PMU in the kernel's names.
  ///
  /// Boxes with numbers belong to one kind: `skx_unc_cha0` and `skx_unc_cha1` are both
  /// of `uncore_cha`. Events of ``Scope/kernel`` are of several kinds.
  public var unit: PMUUnit {
    switch scope {
    case .core, .unknown: .core
    case .kernel: PMUUnit(name)
    case .uncore: kernelKind.map { PMUUnit($0) } ?? PMUUnit(name)
    }
  }

  /// The name of the kernel's folder for the PMU, or nil for the kernel's own events.
  ///
  /// It is `cpu` for every PMU of the cores.
  public var kernelName: String? {
    switch scope {
    case .core, .unknown: return "cpu"
    case .kernel: return nil
    case .uncore:
      guard let kind = kernelKind else { return nil }
      let number = name.dropFirst(boxKind.count)
      if number.isEmpty || Self.singles.contains(kind) { return kind }
      return kind.hasPrefix("hisi_") ? name : "\(kind)_\(number)"
    }
  }

  /// Whether the kernel offers a PMU of that name.
  ///
  /// Together with ``isPresent`` it tells whether events can be counted: either alone
  /// can be true of a virtual machine, or of an uncore PMU that other chips have too.
  ///
  /// - Parameters:
  ///   - kernel: The kernel.
  ///   - sysfs: The folder where sysfs is mounted.
  /// - Returns: Whether there is such a folder; always true of the kernel's own events.
  public func isOffered(by kernel: any Kernel = LinuxKernel(), sysfs: String = "/sys") -> Bool {
    scope == .kernel || type(in: kernel, sysfs: sysfs) != nil
  }

  /// Returns the number that a kernel gives to the PMU.
  ///
  /// - Parameters:
  ///   - kernel: The kernel.
  ///   - sysfs: The folder where sysfs is mounted.
  /// - Returns: The number, or nil if the kernel does not offer the PMU, or if its events
  ///   are the kernel's own.
  public func type(in kernel: any Kernel = LinuxKernel(), sysfs: String = "/sys") -> EventType? {
    guard let kernelName else { return nil }
    let path = "\(sysfs)/bus/event_source/devices/\(kernelName)/type"
    return (try? kernel.readText(path)).flatMap { UInt32($0) }.map { EventType(rawValue: $0) }
  }

  /// Kinds whose name ends in a digit that is no number of a box.
  private static let singles: Set<String> = ["amd_l3"]

  /// The kind of an uncore PMU in the kernel's names.
  private var kernelKind: String? {
    let kind: String = boxKind
    switch kind {
    case "rapl", "amd64_rapl": return "power"
    case "nhm_unc", "wsm_unc": return "uncore"
    case "amd64_fam15h_nb": return "amd_nb"
    case _ where kind.hasPrefix("amd64_") && kind.hasSuffix("_l"): return "amd_l3"
    default: break
    }
    if let box = Self.armBoxes[kind] { return box }
    if kind.hasPrefix("hisi_") { return kind }
    guard let range = kind.firstRange(of: "_unc_") else { return nil }
    let box = String(kind[range.upperBound...])
    return "uncore_" + (Self.kernelBoxes[box] ?? box)
  }

  /// The kernel's names of Intel's boxes that the library calls otherwise.
  private static let kernelBoxes: [String: String] = [
    "cbo": "cbox", "sbo": "sbox", "ubo": "ubox", "imc_uclk": "mc_uclk",
  ]

  /// The kernel's names of the boxes of ThunderX2.
  private static let armBoxes: [String: String] = [
    "tx2_dmc": "uncore_dmc", "tx2_llc": "uncore_l3c", "tx2_ccpi": "uncore_ccpi2",
  ]
}

extension PMUUnit {
  /// The kind of the kernel's own events of a type.
  init(ofKernelType type: UInt32) {
    self =
      switch EventType(rawValue: type) {
      case .hardware: .hardware
      case .software: .software
      case .tracepoint: .tracepoint
      case .hardwareCache: .hardwareCache
      case .breakpoint: .breakpoint
      default: .core
      }
  }
}
