/// A description of the CPUs that share a design of cores.
public enum CPUModelSet: Hashable, Sendable {
  /// The x86 CPUs of a vendor and family with one of several models.
  ///
  /// Without steppings, all of them.
  case x86(
    vendor: String, family: UInt32, models: ClosedRange<UInt32>, steppings: ClosedRange<UInt32>?)
  /// The Arm CPUs of an implementer with a part number.
  case arm(implementer: UInt8, part: UInt16)
  /// The RISC-V CPUs of a vendor with a microarchitecture.
  ///
  /// Without a microarchitecture, all of the vendor.
  case riscv(vendor: UInt64, architecture: UInt64?)
  /// The POWER CPUs with a version in the upper half of the version register.
  case power(version: UInt16)
  /// The s390 machines of a type, such as 2964.
  case s390(type: UInt16)

  /// Whether a CPU is one of those that the set holds.
  ///
  /// - Parameter cpu: The CPU.
  /// - Returns: Whether the CPU matches.
  public func matches(_ cpu: CPUIdentifier) -> Bool {
    switch (self, cpu) {
    case (
      .x86(let vendor, let family, let models, let steppings),
      .x86(let ownVendor, let ownFamily, let ownModel, let ownStepping)
    ):
      guard vendor == ownVendor, family == ownFamily, models.contains(ownModel) else {
        return false
      }
      guard let steppings else { return true }
      // A text without a stepping means the first ones, as it does to perf.
      return steppings.contains(ownStepping ?? 0)
    case (.arm(let implementer, let part), .arm64(let midr)):
      return midr >> 24 & 0xff == UInt64(implementer) && midr >> 4 & 0xfff == UInt64(part)
    case (.riscv(let vendor, let architecture), .riscv(let ownVendor, let ownArchitecture, _)):
      return vendor == ownVendor && (architecture ?? ownArchitecture) == ownArchitecture
    case (.power(let version), .other(let text)):
      guard text.hasPrefix("0x") else { return false }
      return UInt32(text.dropFirst(2), radix: 16).map { UInt16($0 >> 16) } == version
    case (.s390(let type), .other(let text)):
      let fields: [Substring] = text.split(separator: ",", maxSplits: 2)
      return fields.count >= 2 && fields[0] == "IBM" && fields[1] == "\(type)"
    default:
      return false
    }
  }

  /// One of the CPUs, the first of the set.
  public var first: CPUIdentifier {
    switch self {
    case .x86(let vendor, let family, let models, let steppings):
      .x86(
        vendor: vendor, family: family, model: models.lowerBound,
        stepping: steppings?.lowerBound)
    case .arm(let implementer, let part):
      .arm64(midr: UInt64(implementer) << 24 | 0xf << 16 | UInt64(part) << 4)
    case .riscv(let vendor, let architecture):
      .riscv(vendor: vendor, architecture: architecture ?? 0, implementation: 0)
    case .power(let version): .other((UInt32(version) << 16).hexadecimal)
    case .s390(let type): .other("IBM,\(type)")
    }
  }
}
