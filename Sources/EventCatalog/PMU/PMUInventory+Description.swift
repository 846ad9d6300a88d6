internal import PerfEvent

extension PMUInventory {
  /// What the folder of a PMU says of it; nil without a number.
  func describe(_ name: String) -> PMU? {
    let path: String = "\(folder)/\(name)"
    guard let text = try? kernel.readText(path + "/type"), let type = UInt32(text) else {
      return nil
    }
    let coreCPUs: ListedCPUs = listedCPUs(path + "/cpus", of: name)
    let maskCPUs: ListedCPUs = listedCPUs(path + "/cpumask", of: name)
    let isCore: Bool = name == "cpu" || name == "cpum_cf" || coreCPUs != .none
    let scope: PMUScope =
      if type <= EventType.breakpoint.rawValue && type != EventType.raw.rawValue {
        .software
      } else if isCore {
        .core
      } else {
        maskCPUs == .none ? .task : .wholeCPUs
      }
    let precision: String? = try? kernel.readText(path + "/caps/max_precise")
    return PMU(
      name: name, type: EventType(rawValue: type), scope: scope,
      cpus: isCore ? coreCPUs.cpus ?? maskCPUs.cpus : maskCPUs.cpus,
      maximumPrecision: min(precision.flatMap(UInt8.init) ?? 0, 3))
  }

  /// The CPUs of a PMU; those of the cores are all that are online.
  func cpus(ofPMU name: String) -> [Int]? {
    guard RelativePath.isName(name), let pmu = pmu(named: name) else { return nil }
    let online: String = sysfs + "/devices/system/cpu/online"
    return pmu.cpus ?? (pmu.scope == .core ? listedCPUs(online, of: name).cpus : nil)
  }
}
