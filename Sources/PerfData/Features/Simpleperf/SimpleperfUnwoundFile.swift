/// A file with debugging information that Android's recorder used or kept.
public struct SimpleperfUnwoundFile: Hashable, Sendable {
  /// The path.
  public internal(set) var path: String = ""
  /// The number of bytes.
  public internal(set) var size: UInt64 = 0

  init(message: consuming ProtobufReader) throws(PerfDataError) {
    while let field = try message.next() {
      switch field.number {
      case 1: path = field.text
      case 2: size = field.value
      default: break
      }
    }
  }
}
