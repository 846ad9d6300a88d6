extension RegisterSet {
  /// Finds the registers of an architecture by the name that the kernel gives it.
  ///
  /// It fails when the architecture is unknown.
  ///
  /// - Parameter architecture: The name, such as `x86_64`, `armv7l` or `aarch64`.
  public init?(architecture: String) {
    let isX86 =
      architecture.hasPrefix("x86")
      || architecture.count == 4 && architecture.hasPrefix("i") && architecture.hasSuffix("86")
    if isX86 {
      self = .x86
    } else if architecture.hasPrefix("aarch64") || architecture.hasPrefix("arm64") {
      self = .arm64
    } else if architecture.hasPrefix("arm") {
      self = .arm
    } else if architecture.hasPrefix("riscv") {
      self = .riscv
    } else {
      return nil
    }
  }

  /// Finds the registers of an architecture by its number in ELF files.
  ///
  /// It fails when the architecture is unknown.
  ///
  /// - Parameter machine: The number, such as 62 for x86 with 64 bits.
  public init?(machine: UInt32) {
    switch machine {
    case 3, 62: self = .x86
    case 40: self = .arm
    case 183: self = .arm64
    case 243: self = .riscv
    default: return nil
    }
  }
}

extension PerfDataFile {
  /// The names of the registers of the machine that recorded.
  ///
  /// They follow from the feature with the number of the machine, or else from
  /// that with the name of its architecture.
  ///
  /// - Throws: ``PerfDataError`` when the feature is damaged.
  public var registerSet: RegisterSet? {
    get throws(PerfDataError) {
      if let machine = try machine, let found = RegisterSet(machine: machine.number) {
        return found
      }
      return try architecture.flatMap(RegisterSet.init(architecture:))
    }
  }
}
