/// Makes control characters harmless to a terminal, since files may have any.
public func visible(_ text: String) -> String {
  let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }
  return String(String.UnicodeScalarView(scalars))
}
