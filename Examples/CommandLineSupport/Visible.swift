/// Makes control characters harmless to a terminal, since files may have any.
public func visible(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }
  return String(String.UnicodeScalarView(scalars))
}

/// A text of the user for a message, without control characters and of bearable length.
public func abbreviated(_ text: String, to length: Int = 80) -> String {
  let start: Substring = text.prefix(length)
  return visible(String(start)) + (start.endIndex == text.endIndex ? "" : "…")
}
