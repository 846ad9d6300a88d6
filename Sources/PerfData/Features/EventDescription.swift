public import PerfEvent

/// An event as the recorder described it, with its name.
public struct EventDescription: Hashable, Sendable {
  /// What was asked of the kernel.
  public let attributes: EventAttributes
  /// The name under which it was recorded.
  public let name: String
  /// The identifiers by which records refer to it.
  public let identifiers: [UInt64]

  /// Creates a value.
  ///
  /// - Parameters:
  ///   - attributes: What was asked of the kernel.
  ///   - name: The name under which it was recorded.
  ///   - identifiers: The identifiers by which records refer to it.
  public init(attributes: EventAttributes, name: String, identifiers: [UInt64]) {
    self.attributes = attributes
    self.name = name
    self.identifiers = identifiers
  }

  static func array(parsing cursor: inout ByteCursor) throws(PerfDataError) -> [EventDescription] {
    let count = try cursor.readUInt32()
    let size = Int(try cursor.readUInt32())
    let least = size + 8
    guard size >= 64, Int(count) <= cursor.remaining / least else {
      throw cursor.impossible(count: UInt64(count), limit: cursor.remaining / least)
    }
    var descriptions: [EventDescription] = []
    for _ in 0..<count {
      let offset = Int(clamping: cursor.base) + cursor.position
      let order: ByteOrder = cursor.byteOrder
      let attributes = try EventAttributes(
        cursor.readBytes(size), byteOrder: order, offset: offset)
      let identifierCount = Int(try cursor.readUInt32())
      let name = try cursor.readSizedText()
      guard identifierCount <= cursor.remaining / 8 else {
        throw cursor.impossible(count: UInt64(identifierCount), limit: cursor.remaining / 8)
      }
      var identifiers: [UInt64] = []
      for _ in 0..<identifierCount { identifiers.append(try cursor.readUInt64()) }
      descriptions.append(
        EventDescription(attributes: attributes, name: name, identifiers: identifiers))
    }
    return descriptions
  }
}
