/// What identifies a model of CPU, in the form that perf uses.
public enum CPUIdentifier: Hashable, Sendable {
  /// An x86 CPU, such as `GenuineIntel-6-5E-3`.
  ///
  /// The stepping is nil where the text has none.
  case x86(vendor: String, family: UInt32, model: UInt32, stepping: UInt32?)
  /// An Arm CPU by its main id register, such as `0x00000000410fd0c0`.
  case arm64(midr: UInt64)
  /// A RISC-V CPU by vendor, architecture and implementation.
  case riscv(vendor: UInt64, architecture: UInt64, implementation: UInt64)
  /// Another CPU by the text that its kernel prints.
  case other(String)
}

extension CPUIdentifier: CustomStringConvertible {
  /// The identifier in the form that perf prints.
  public var description: String {
    switch self {
    case .x86(let vendor, let family, let model, let stepping):
      let start: String = "\(vendor)-\(family)-\(Self.digits(model).uppercased())"
      return stepping.map { "\(start)-\(Self.digits($0).uppercased())" } ?? start
    case .arm64(let midr):
      let digits: String = Self.digits(midr)
      return "0x" + String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    case .riscv(let vendor, let architecture, let implementation):
      return [vendor, architecture, implementation].map(\.hexadecimal).joined(separator: "-")
    case .other(let text): return text
    }
  }

  private static func digits(_ number: some BinaryInteger) -> String {
    String(number, radix: 16)
  }
}
