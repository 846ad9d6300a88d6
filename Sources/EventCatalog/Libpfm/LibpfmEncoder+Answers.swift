internal import CLibpfm
internal import PerfEvent

extension LibpfmEncoder {
  /// The encoding of an answer that has the kernel's attributes.
  func encoding(of answer: LibpfmAnswer, name: LibpfmName) -> LibpfmEncoding {
    let attributes: perf_event_attr = answer.attributes
    let answeredPMU: String = Self.pmuName(of: answer.qualifiedName)
    let pmu: LibpfmPMU? = pmu(named: answeredPMU)
    let unit: PMUUnit =
      pmu?.scope == .kernel ? PMUUnit(ofKernelType: attributes.type) : pmu?.unit ?? .core
    var encoding = LibpfmEncoding(
      qualifiedName: answer.qualifiedName, pmu: answeredPMU, unit: unit,
      kernelName: pmu?.kernelName, type: EventType(rawValue: attributes.type),
      words: EventWords(
        config: attributes.config, config1: attributes.config1, config2: attributes.config2),
      flags: Self.flags(of: attributes),
      precision: UInt8(truncatingIfNeeded: attributes.precise_ip),
      samplePeriod: attributes.sample_period,
      cpu: answer.cpu < 0 ? nil : Int(answer.cpu), registers: [], remarks: [])
    encoding.remarks = Self.lostFilters(of: encoding.words, pmu: pmu)
    correct(&encoding, pmu: pmu, name: name)
    return encoding
  }

  /// The encoding of an answer that has registers only.
  func encoding(
    of answer: LibpfmAnswer, words: EventWords, pmu: LibpfmPMU, levels: LibpfmLevels
  ) -> LibpfmEncoding {
    LibpfmEncoding(
      qualifiedName: answer.qualifiedName, pmu: pmu.name, unit: pmu.unit,
      kernelName: pmu.kernelName, type: nil, words: words,
      flags: [], precision: 0, samplePeriod: 0, cpu: nil, registers: answer.registers,
      remarks: Self.lostFilters(of: words, pmu: pmu))
  }

  /// What is said where the kernel does not read the third word.
  private static func lostFilters(of words: EventWords, pmu: LibpfmPMU?) -> [LibpfmRemark] {
    guard let kind = pmu?.boxKind, words.config2 != 0 else { return [] }
    return kind.hasSuffix("_unc_cbo") ? [.lostFilter(words.config2)] : []
  }

  /// Puts right what the library is known to say wrongly.
  private func correct(_ encoding: inout LibpfmEncoding, pmu: LibpfmPMU?, name: LibpfmName) {
    if pmu?.scope == .uncore, let type = encoding.type, type == .raw {
      encoding.type = nil
      encoding.remarks.append(.typeOfAbsentPMU(type))
    }
    let broken = "perf_raw::"
    if encoding.qualifiedName.hasPrefix(broken + ":") {
      encoding.remarks.append(.qualifiedName(encoding.qualifiedName))
      let code = String(encoding.words.config, radix: 16)
      encoding.qualifiedName =
        "\(broken)r\(code)" + encoding.qualifiedName.dropFirst(broken.utf8.count)
    }
    for attribute in name.attributes where ["mg", "mh"].contains(attribute.name.lowercased()) {
      guard let value = attribute.value, "0nNfF".contains(value) else { continue }
      encoding.remarks.append(.ignoredValue(modifier: attribute.name))
    }
  }

  /// What stands in front of the first two colons.
  private static func pmuName(of qualifiedName: String) -> String {
    let bytes = qualifiedName.utf8
    return String(qualifiedName[..<(bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.endIndex)])
  }

  private static func flags(of attributes: perf_event_attr) -> EventFlags {
    var flags: EventFlags = []
    if attributes.exclude_user != 0 { flags.insert(.excludeUser) }
    if attributes.exclude_kernel != 0 { flags.insert(.excludeKernel) }
    if attributes.exclude_hv != 0 { flags.insert(.excludeHypervisor) }
    if attributes.exclude_guest != 0 { flags.insert(.excludeGuest) }
    if attributes.exclude_host != 0 { flags.insert(.excludeHost) }
    if attributes.pinned != 0 { flags.insert(.pinned) }
    if attributes.exclusive != 0 { flags.insert(.exclusive) }
    if attributes.freq != 0 { flags.insert(.frequency) }
    return flags
  }
}
