/// A value in a JSON text that was passed over without being decoded.
struct JSONSlice: Equatable {
  /// What the value is.
  var kind: Kind
  /// Where it starts, behind the quotation mark of a text.
  var start: Int
  /// Where it ends, before the quotation mark of a text.
  var end: Int

  enum Kind: UInt8 {
    /// There is no such value.
    case missing
    case null
    case text
    /// A text with characters that are written as escapes.
    case escapedText
    case number
    case truth
    case array
    case object
  }

  static let missing: JSONSlice = JSONSlice(kind: .missing, start: 0, end: 0)

  var isText: Bool { kind == .text || kind == .escapedText }
}
