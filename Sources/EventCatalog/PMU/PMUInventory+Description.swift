internal import PerfEvent

extension PMUInventory {
  /// What the folder of a PMU says of it; nil without a number.
  func describe(_ name: String) -> PMU? {
    let path: String = "\(folder)/\(name)"
    guard let text = try? kernel.readText(path + "/type"), let type = UInt32(text) else {
      return nil
    }
    let coreCPUs: [Int]? = cpus(path + "/cpus")
    let maskCPUs: [Int]? = cpus(path + "/cpumask")
    let isCore: Bool = name == "cpu" || name == "cpum_cf" || coreCPUs != nil
    let scope: PMUScope =
      if type <= EventType.breakpoint.rawValue && type != EventType.raw.rawValue {
        .software
      } else if isCore {
        .core
      } else {
        maskCPUs == nil ? .task : .wholeCPUs
      }
    let precision: String? = try? kernel.readText(path + "/caps/max_precise")
    return PMU(
      name: name, type: EventType(rawValue: type), scope: scope,
      cpus: isCore ? coreCPUs ?? maskCPUs : maskCPUs,
      maximumPrecision: min(precision.flatMap(UInt8.init) ?? 0, 3))
  }

  private func cpus(_ path: String) -> [Int]? {
    guard let text = try? kernel.readText(path) else { return nil }
    // Where all CPUs of a PMU are offline, its list is empty.
    if text.isEmpty { return [] }
    return CPUList(parsing: text)?.cpus.map { Int($0) }
  }

  /// The CPUs of a PMU; those of the cores are all that are online.
  func cpus(ofPMU name: String) -> [Int]? {
    guard RelativePath.isName(name), let pmu = pmu(named: name) else { return nil }
    return pmu.cpus ?? (pmu.scope == .core ? cpus(sysfs + "/devices/system/cpu/online") : nil)
  }
}
