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
