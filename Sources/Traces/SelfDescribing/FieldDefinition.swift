/// How a field of an event that describes itself is stored and shown.
struct FieldDefinition {
  /// How many values there are.
  enum Count {
    case one
    case constant(Int)
    /// The number stands in front of the values.
    case stored
  }

  /// The deepest nesting of structures that is followed.
  private static let deepest: Int = 8

  let name: String
  let tag: UInt16
  let encoding: UInt8
  let format: UInt8
  let count: Count
  private(set) var members: [FieldDefinition] = []

  /// Reads a definition with those of its members.
  init(_ reader: inout EventBytes, depth: Int) throws(EventTruncation) {
    name = FieldDefinition.withoutAttributes(try reader.text())
    let kind = try reader.number(1)
    let shape = kind & 0x80 != 0 ? try reader.number(1) : 0
    tag = shape & 0x80 != 0 ? UInt16(truncatingIfNeeded: try reader.number(2)) : 0
    encoding = UInt8(truncatingIfNeeded: kind & 0x1f)
    format = UInt8(truncatingIfNeeded: shape & 0x7f)
    switch kind & 0x60 {
    case 0: count = .one
    case 0x20:
      let number = Int(try reader.number(2))
      guard number > 0 else { throw EventTruncation() }
      count = .constant(number)
    case 0x40: count = .stored
    default: throw EventTruncation()
    }
    guard encoding == 1 else { return }
    // The last structure may have fewer members than it says, but one without any
    // would take no bytes, and could be repeated without end.
    guard depth < Self.deepest, format > 0 else { throw EventTruncation() }
    repeat {
      members.append(try FieldDefinition(&reader, depth: depth + 1))
    } while members.count < format && reader.remaining > 0
  }

  /// A name without what stands behind its first semicolon.
  static func withoutAttributes(_ name: String) -> String {
    String(name.prefix { $0 != ";" })
  }
}
