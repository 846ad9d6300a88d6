public import PerfEvent

extension MetricEnvironment {
  /// Finds out what formulas ask of this machine.
  ///
  /// What belongs to a measurement is left open, such as its duration and whether it is
  /// of whole cores; so is the frequency of the time-stamp counter, which the kernel
  /// does not tell. What cannot be read is left open as well.
  ///
  /// ```swift
  /// var environment = MetricEnvironment(machine: LinuxKernel())
  /// environment[.durationInSeconds] = 1.5  // what was measured
  /// print(environment[.onlineCPUs] ?? 0, "CPUs are online")
  /// ```
  ///
  /// - Parameters:
  ///   - kernel: What reads the files of the machine.
  ///   - sysfs: The folder in which sysfs is mounted.
  public init(machine kernel: any Kernel = LinuxKernel(), sysfs: String = "/sys") {
    let machine = MachineFiles(kernel: kernel, sysfs: sysfs)
    self.init()
    let online: [Int32] = machine.list("online")
    guard !online.isEmpty else { return }
    self[.onlineCPUs] = Double(online.count)
    self[.cpus] = machine.list("present").last.map { Double($0) + 1 }
    self[.cores] = machine.count(of: ["core_cpus_list", "thread_siblings_list"], among: online)
    self[.packages] = machine.count(
      of: ["package_cpus_list", "core_siblings_list"], among: online)
    self[.dies] = machine.count(of: ["die_cpus_list"], among: online) ?? self[.packages]
    let threads: Double? = machine.threads(of: online[0])
    self[.threadsPerCore] = threads
    self[.smtOn] = machine.smt ?? threads.map { $0 > 1 ? 1 : 0 }
    if let cores = self[.cores], let packages = self[.packages] {
      self[.coresPerPackage] = cores / packages
    }
    self[.hasPersistentMemory] = machine.hasPersistentMemory ? 1 : 0
    self[.slots] = machine.slots
    self[.cacheBoxesPerPackage] = machine.cacheBoxes
  }
}

/// The files that describe a machine's processors.
private struct MachineFiles {
  let kernel: any Kernel
  let sysfs: String

  private var cpus: String { "\(sysfs)/devices/system/cpu" }
  private var devices: String { "\(sysfs)/bus/event_source/devices" }

  private func text(_ path: String) -> String? { try? kernel.readText(path) }

  /// The CPUs of a list such as those that are online.
  func list(_ name: String) -> [Int32] {
    text("\(cpus)/\(name)").flatMap { CPUList(parsing: $0)?.cpus } ?? []
  }

  /// Into how many sets a file divides CPUs, by the first name that it has.
  func count(of names: [String], among online: [Int32]) -> Double? {
    for name in names {
      var sets: Set<String> = []
      for cpu in online {
        if let set = text("\(cpus)/cpu\(cpu)/topology/\(name)") { sets.insert(set) }
      }
      if !sets.isEmpty { return Double(sets.count) }
    }
    return nil
  }

  /// How many CPUs share the core of one.
  func threads(of cpu: Int32) -> Double? {
    let folder: String = "\(cpus)/cpu\(cpu)/topology"
    let set: String? = text("\(folder)/core_cpus_list") ?? text("\(folder)/thread_siblings_list")
    return set.flatMap { CPUList(parsing: $0) }.map { Double($0.cpus.count) }
  }

  /// Whether the kernel says that threads share cores.
  var smt: Double? {
    text("\(cpus)/smt/active").flatMap(UInt8.init).map { $0 > 0 ? 1 : 0 }
  }

  /// Firmware has a table of persistent memory if there is any.
  var hasPersistentMemory: Bool {
    ((try? kernel.listDirectory("\(sysfs)/firmware/acpi/tables")) ?? []).contains("NFIT")
  }

  private var pmus: [String] { (try? kernel.listDirectory(devices)) ?? [] }

  /// How many operations an Arm core can start in a cycle.
  var slots: Double? {
    for pmu in pmus where pmu.hasPrefix("armv") {
      if let slots = text("\(devices)/\(pmu)/caps/slots").flatMap(NumberText.unsigned), slots > 0 {
        return Double(slots)
      }
    }
    return nil
  }

  /// Each package has a box of each number.
  var cacheBoxes: Double? {
    let boxes: Int = pmus.count { $0.hasPrefix("uncore_cha_") || $0.hasPrefix("uncore_cbox_") }
    return boxes > 0 ? Double(boxes) : nil
  }
}
