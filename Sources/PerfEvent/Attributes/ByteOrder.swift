/// The order of the bytes within an integer.
public enum ByteOrder: Hashable, Sendable {
  /// The least significant byte comes first.
  case littleEndian
  /// The most significant byte comes first.
  case bigEndian

  /// The byte order of the machine that runs this program.
  public static var native: ByteOrder {
    1.littleEndian == 1 ? .littleEndian : .bigEndian
  }
}
