/// The names of the registers of an architecture, by their numbers in samples.
///
///     let stackPointer = sample.userRegisters?["SP", in: .x86]
///
/// The names are those that perf prints.
public struct RegisterSet: Hashable, Sendable {
  /// The names by number; empty where the architecture has no such register.
  private let names: [String]

  init(names: [String]) {
    self.names = names
  }

  /// Returns the name of a register.
  ///
  /// - Parameter register: The number: that of a bit of the event's mask.
  /// - Returns: The name; nothing when the architecture has no such number.
  public func name(of register: Int) -> String? {
    guard names.indices.contains(register), !names[register].isEmpty else { return nil }
    return names[register]
  }

  /// Returns the number of a register.
  ///
  /// - Parameter name: The name, in capitals or not. For a register of two words
  ///   it leads to the first one.
  /// - Returns: The number; nothing when the architecture has no such name.
  public func number(of name: String) -> Int? {
    let lowercase = name.lowercased()
    return names.firstIndex { !$0.isEmpty && $0.lowercased() == lowercase }
  }

  /// The registers of x86 with 32 or 64 bits; the vector ones have two words each.
  public static let x86: RegisterSet = RegisterSet(
    names: [
      "AX", "BX", "CX", "DX", "SI", "DI", "BP", "SP", "IP", "FLAGS", "CS", "SS", "DS", "ES", "FS",
      "GS",
    ] + (8...15).map { "R\($0)" } + [String](repeating: "", count: 8)
      + (0...15).flatMap { ["XMM\($0)", "XMM\($0)"] })

  /// The registers of Arm with 32 bits.
  public static let arm: RegisterSet = RegisterSet(
    names: (0...10).map { "r\($0)" } + ["fp", "ip", "sp", "lr", "pc"])

  /// The registers of Arm with 64 bits.
  public static let arm64: RegisterSet = RegisterSet(
    names: (0...29).map { "x\($0)" } + ["lr", "sp", "pc"] + [String](repeating: "", count: 13)
      + ["vg"])

  /// The registers of RISC-V.
  public static let riscv: RegisterSet = RegisterSet(
    names: ["pc", "ra", "sp", "gp", "tp", "t0", "t1", "t2", "s0", "s1"]
      + (0...7).map { "a\($0)" } + (2...11).map { "s\($0)" } + (3...6).map { "t\($0)" })
}
