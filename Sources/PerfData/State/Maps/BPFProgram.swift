/// A BPF program that was loaded while or before the recording ran.
public struct BPFProgram: Hashable, Sendable {
  /// The number that the kernel gave it.
  public let identifier: UInt32
  /// The tag, which is a hash of its instructions.
  public let tag: [UInt8]
  /// The name, which the kernel cuts to 15 bytes; empty when the header does not tell it.
  public internal(set) var name: String = ""
  /// The time in nanoseconds at which it was loaded; 0 before the recording, nothing if not told.
  public internal(set) var loadTime: UInt64?
  /// The time in nanoseconds at which it was unloaded.
  public internal(set) var unloadTime: UInt64?

  /// The begin of the names of its functions, which the name of each follows.
  ///
  /// The code of the program is mapped under such names; see
  /// ``MappedModule/Kind/kernelCode``.
  public var symbolPrefix: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = tag.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "bpf_prog_" + String(decoding: text, as: UTF8.self)
  }
}
