internal import PerfEvent

/// The PMU of cores of which sysfs says nothing, as their model tells.
struct AssumedCore {
  let pmu: PMU
  let formats: [String: TermFormat]

  /// A PMU whose terms are not known.
  static let unknown = AssumedCore(name: "cpu", formats: [:])

  private init(name: String, formats: [String: TermFormat]) {
    // Raw events of the fastest kind of cores have the number that all machines share.
    self.pmu = PMU(name: name, type: .raw, scope: .core)
    self.formats = formats
  }

  /// The PMU of the first of a machine's kinds of cores.
  init(_ cpus: [CPUIdentifier]) {
    guard let cpu = cpus.first, let family = MachineFamily(coresOf: cpu),
      let layout = BuiltInLayouts(family: family).layout(of: .core)
    else {
      self = .unknown
      return
    }
    let isHybrid: Bool = Microarchitecture.of(cpu: cpu).contains { $0.unit == .bigCores }
    self.init(
      name: isHybrid ? "cpu_core" : "cpu",
      formats: layout.formats.filter { TermFormat.Word(rawValue: $0.key) == nil })
  }
}
