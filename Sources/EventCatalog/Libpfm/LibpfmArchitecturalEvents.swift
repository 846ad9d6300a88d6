internal import CLibpfm

/// The events that every CPU of Intel since Core Duo has under the same code.
///
/// The library has them in the table `ix86arch`, which it fills from the CPU on which
/// it runs, and leaves empty on CPUs of others.
enum LibpfmArchitecturalEvents {
  /// The name of the PMU.
  static let pmu = "ix86arch"

  /// The code and unit mask of an event, as Intel's manual defines them.
  static func code(of event: String) -> UInt64? {
    switch event.uppercased() {
    case "UNHALTED_CORE_CYCLES": 0x3c
    case "INSTRUCTION_RETIRED": 0xc0
    case "UNHALTED_REFERENCE_CYCLES": 0x13c
    case "LLC_REFERENCES": 0x4f2e
    case "LLC_MISSES": 0x412e
    case "BRANCH_INSTRUCTIONS_RETIRED": 0xc4
    case "MISPREDICTED_BRANCH_RETIRED": 0xc5
    default: nil
    }
  }

  /// An event of a PMU that takes the same modifiers.
  private static let model = "snb::BRANCH_INSTRUCTIONS_RETIRED"

  /// The library's answer about an event of the model with the modifiers of a name.
  ///
  /// The library must be locked.
  static func answer(to name: LibpfmName, levels: LibpfmLevels) -> LibpfmAnswer? {
    guard let code = code(of: name.event) else { return nil }
    let text: String = ([model] + name.attributes.map(\.text)).joined(separator: ":")
    var answer = LibpfmAnswer(attributesOf: text, levels: levels)
    guard answer.result == PFM_SUCCESS else { return answer }
    answer.attributes.config = answer.attributes.config & ~0xffff | code
    let modifiers: Substring =
      answer.qualifiedName.firstRange(of: ":e=")
      .map { answer.qualifiedName[$0.lowerBound...] } ?? ""
    answer.qualifiedName = "\(pmu)::\(name.event.uppercased())\(modifiers)"
    return answer
  }

  /// Whether CPUs with a PMU have the architectural events.
  static func belong(to core: LibpfmPMU) -> Bool {
    let older: Set<String> = ["pii", "p6", "ppro", "pm", "netburst", "netburst_p", "knc"]
    return core.scope == .core && core.summary.hasPrefix("Intel") && !older.contains(core.name)
  }
}
