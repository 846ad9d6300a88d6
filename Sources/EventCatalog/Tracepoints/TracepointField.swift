/// A field of the records that a tracepoint writes.
public struct TracepointField: Hashable, Sendable {
  /// The name of the field.
  public var name: String
  /// The type as the kernel declares it, such as `char[16]`.
  public var type: String
  /// The distance in bytes from the start of the record.
  public var offset: Int
  /// The number of bytes.
  public var size: Int
  /// Whether a number can be negative.
  public var isSigned: Bool
  /// Whether every tracepoint has the field.
  public var isCommon: Bool

  /// Creates a field.
  ///
  /// - Parameters:
  ///   - name: The name of the field.
  ///   - type: The type as the kernel declares it.
  ///   - offset: The distance in bytes from the start of the record.
  ///   - size: The number of bytes.
  ///   - isSigned: Whether a number can be negative.
  ///   - isCommon: Whether every tracepoint has the field.
  public init(
    name: String, type: String, offset: Int, size: Int, isSigned: Bool, isCommon: Bool = false
  ) {
    self.name = name
    self.type = type
    self.offset = offset
    self.size = size
    self.isSigned = isSigned
    self.isCommon = isCommon
  }

  /// Whether the field holds a text, so that it is compared with texts.
  var isText: Bool {
    type.hasPrefix("char[") || type.hasPrefix("unsigned char[") || type.contains("char *")
      || type.hasPrefix("__data_loc char") || type.hasPrefix("__rel_loc char")
  }
}
