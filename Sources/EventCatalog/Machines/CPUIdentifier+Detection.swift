public import PerfEvent

extension CPUIdentifier {
  /// The models of CPU in a machine, each once, in the order of their numbers.
  ///
  /// Machines of Arm CPUs with big and little cores have several.
  ///
  /// - Parameters:
  ///   - kernel: What reads the files.
  ///   - sysfs: Where sysfs is mounted.
  ///   - procfs: Where the files of `/proc` are.
  /// - Returns: The models, none if the files do not tell.
  public static func ofMachine(
    kernel: any Kernel = LinuxKernel(), sysfs: String = "/sys", procfs: String = "/proc"
  ) -> [CPUIdentifier] {
    let registers: [CPUIdentifier] = armModels(kernel: kernel, sysfs: sysfs)
    if !registers.isEmpty { return registers }
    // The list of a machine with very many CPUs is long.
    guard let bytes = try? kernel.readFile("\(procfs)/cpuinfo", limit: 1 << 24) else { return [] }
    let information = CPUInformation(bytes)
    if let mainframe = MainframeModel(kernel: kernel, procfs: procfs) {
      return [.other(mainframe.description)]
    }
    return information.identifier.map { [$0] } ?? []
  }

  private static func armModels(kernel: any Kernel, sysfs: String) -> [CPUIdentifier] {
    let folder: String = "\(sysfs)/devices/system/cpu"
    let names: [String] = (try? kernel.listDirectory(folder)) ?? []
    let numbers: [Int] = names.compactMap { name in
      name.hasPrefix("cpu") ? Int(name.dropFirst(3)) : nil
    }
    var models: [CPUIdentifier] = []
    for number in numbers.sorted() {
      let path: String = "\(folder)/cpu\(number)/regs/identification/midr_el1"
      guard let text = try? kernel.readText(path), let midr = NumberText.unsigned(text) else {
        // Machines without such registers have none in their first CPU either.
        if models.isEmpty { return [] }
        continue
      }
      let model: CPUIdentifier = .arm64(midr: midr)
      if !models.contains(model) { models.append(model) }
    }
    return models
  }
}
