extension MachineFamily {
  /// The family whose cores have the same formats as those of a CPU.
  ///
  /// Of PMUs outside of the cores it says nothing: CPUs of one vendor differ in them.
  init?(coresOf cpu: CPUIdentifier) {
    switch cpu {
    case .x86("GenuineIntel", let family, _, _):
      // The families after Lunar Lake's are of later designs, known or not.
      let isLate: Bool =
        family > 15
        || Microarchitecture.of(cpu: cpu).contains { Self.wideMasks.contains($0.name) }
      self = isLate ? .intelClient : .intelBeforeLunarLake
    case .x86("AuthenticAMD", _, _, _), .x86("HygonGenuine", _, _, _): self = .amdZen4
    case .x86(let vendor, _, _, _):
      // One of the two names has blanks on both sides.
      guard vendor == "CentaurHauls" || vendor.contains("Shanghai") else { return nil }
      self = .zhaoxin
    case .arm64: self = .arm64
    case .riscv: self = .riscv
    case .other(let text):
      if text.hasPrefix("IBM") {
        self = .s390
      } else if text.hasPrefix("0x") {
        self = .powerpc
      } else {
        return nil
      }
    }
  }

  /// Designs with the second byte of unit masks and the terms that came with it.
  private static let wideMasks: Set<String> = [
    "lunarlake-p", "arrowlake-p", "pantherlake-p", "clearwaterforest",
  ]
}
