/// Makes control characters harmless to a terminal, since files may have any.
public func visible(_ text: String) -> String {
  // Nearly all texts are so, and there can be many.
  if isPlain(text) { return text }
  let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }
  return String(String.UnicodeScalarView(scalars))
}

/// Whether a text consists of nothing but visible letters of ASCII and blanks.
public func isPlain(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
}

/// A text of the user for a message, without control characters and of bearable length.
public func abbreviated(_ text: String, to length: Int = 80) -> String {
  let start: Substring = text.prefix(length)
  return visible(String(start)) + (start.endIndex == text.endIndex ? "" : "…")
}
