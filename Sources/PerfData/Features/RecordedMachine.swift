/// The machine that recorded, as ELF files number it.
public struct RecordedMachine: Hashable, Sendable {
  /// The number of the architecture, such as 62 for x86 with 64 bits.
  ///
  /// The corresponding C field is `e_machine`.
  public let number: UInt32
  /// The flags of the architecture.
  ///
  /// The corresponding C field is `e_flags`.
  public let flags: UInt32
}
