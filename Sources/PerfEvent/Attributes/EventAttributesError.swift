/// The reasons why bytes are not the attributes of an event.
public enum EventAttributesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The size within the bytes is less than that of the first published version.
  case sizeTooSmall(size: UInt32)
  /// The bytes end before the attributes do.
  case truncated(size: UInt32, available: Int)

  /// One sentence that says what is wrong.
  public var description: String {
    switch self {
    case .sizeTooSmall(let size):
      "event attributes claim a size of \(size) bytes, less than the smallest possible, 64"
    case .truncated(let size, let available):
      "event attributes claim a size of \(size) bytes, but only \(available) are there"
    }
  }
}
