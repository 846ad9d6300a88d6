extension LIKWIDEventLine {
  /// The code for the kernel; nil where the kernel has none, or none that is known.
  func eventCode(of architecture: LIKWIDArchitecture) -> EventCode? {
    guard let counter = counters.first, let pmu = counter.pmu(of: architecture),
      var code = plainCode(counter, pmu: pmu, architecture: architecture)
    else { return nil }
    if !enterConfiguration(into: &code, pmu: pmu, architecture: architecture) { return nil }
    for option in defaults where !option.apply(to: &code, architecture: architecture) {
      return nil
    }
    return code
  }

  private func plainCode(
    _ counter: LIKWIDCounter, pmu: PMUUnit, architecture: LIKWIDArchitecture
  ) -> EventCode? {
    switch counter.unit {
    case "TMP", "VTG": return nil
    case "PWR", "APERF", "MPERF", "PPERF": return EventCode(layout: .plain, event: code)
    case "FIXC": return fixedCode(counter, architecture: architecture)
    case "TMA":
      // The parts of a slot in the order of their register; codes of the kernel.
      guard let number = counter.number, number < 8 else { return nil }
      return EventCode(layout: .x86, event: 0, unitMask: 0x80 + UInt64(number))
    case "PMC":
      switch architecture.kind {
      case .arm, .power:
        return EventCode(layout: .plain, event: code, unitMask: unitMask)
      default: return EventCode(layout: .x86, event: code, unitMask: unitMask)
      }
    default: return boxCode(counter, pmu: pmu, architecture: architecture)
    }
  }

  /// A fixed counter of Intel counts what a general event also counts, and the kernel
  /// knows it by that; AMD's are registers that the kernel reads as they are.
  private func fixedCode(
    _ counter: LIKWIDCounter, architecture: LIKWIDArchitecture
  ) -> EventCode? {
    if architecture.kind == .amd { return EventCode(layout: .plain, event: code) }
    guard architecture.isIntel else { return nil }
    return switch counter.number {
    case 0: EventCode(layout: .x86, event: 0xC0)
    case 1: EventCode(layout: .x86, event: 0x3C)
    case 2: EventCode(layout: .x86, event: 0, unitMask: 0x03)
    case 3: EventCode(layout: .x86, event: 0, unitMask: 0x04)
    default: nil
    }
  }

  private func boxCode(
    _ counter: LIKWIDCounter, pmu: PMUUnit, architecture: LIKWIDArchitecture
  ) -> EventCode? {
    if counter.isFixed {
      // The kernel has the clocks of memory channels and of the package as an event.
      let isClock: Bool = counter.unit == "MBOX" || counter.unit == "UBOX"
      return isClock ? EventCode(layout: .plain, event: 0xFF) : nil
    }
    switch architecture.kind {
    case .intelClient:
      // The memory controller of clients has counters without control registers.
      if pmu.name == "uncore_imc" {
        return code == 1 || code == 2 ? EventCode(layout: .plain, event: code) : nil
      }
      return EventCode(layout: .x86, event: code, unitMask: unitMask)
    case .intelRing, .intelMesh, .intelKnights:
      return EventCode(layout: .uncore, event: code, unitMask: unitMask)
    case .amd where pmu.name == "amd_df":
      let isWide: Bool = ["zen4", "zen4c", "zen5", "zen6"].contains(architecture.name)
      return EventCode(
        layout: isWide ? .wideDataFabric : .dataFabric, event: code, unitMask: unitMask)
    case .amd:
      return EventCode(
        layout: pmu.name == "amd_l3" ? .l3 : .x86, event: code, unitMask: unitMask)
    case .intelManySockets, .arm, .power: return nil
    }
  }

  /// Enters the value of a register beside the counter.
  private func enterConfiguration(
    into eventCode: inout EventCode, pmu: PMUUnit, architecture: LIKWIDArchitecture
  ) -> Bool {
    guard let configuration, configuration != (0, 0) else { return true }
    guard pmu == .core, architecture.isIntel else { return false }
    if code == 0xC6 {
      eventCode.extra = ("frontend", configuration.second)
      return true
    }
    guard isOffcore else { return false }
    // Both numbers are 0xFF where the user gives the value as options.
    guard configuration != (0xFF, 0xFF) else { return true }
    guard configuration.first < 64, configuration.second < 64 else { return false }
    eventCode.extra = ("offcore_rsp", 1 << configuration.first | 1 << configuration.second)
    return true
  }

  /// Whether the event needs one of the registers for responses.
  var isOffcore: Bool { [0xB7, 0xBB, 0x2A, 0x2B].contains(code) }

  /// The register beside the counter that the event needs.
  func extraRegister(of architecture: LIKWIDArchitecture) -> ExtraRegister? {
    guard let configuration, architecture.isIntel, counters.first?.unit == "PMC" else {
      return nil
    }
    let value: UInt64 = eventCode(of: architecture)?.extra?.value ?? 0
    if code == 0xC6, configuration != (0, 0) {
      return ExtraRegister(addresses: [0x3F7], value: value)
    }
    guard isOffcore else { return nil }
    return ExtraRegister(addresses: [code == 0xB7 || code == 0x2A ? 0x1A6 : 0x1A7], value: value)
  }
}
