/// The types of a BPF program, in the form that BPF defines.
public struct BPFTypeFormat: Hashable, Sendable {
  /// The number by which ``BPFProgramInfo/typeFormatID`` refers to it.
  public let identifier: UInt32
  /// The types as bytes.
  public let bytes: [UInt8]
}
