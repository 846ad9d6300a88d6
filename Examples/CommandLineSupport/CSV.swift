/// Comma-separated values as RFC 4180 defines them, with line feeds.
public enum CSV {
  /// Returns the fields as one line, quoted where they must be.
  public static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ field: String) -> String {
    // Bytes are compared, since a carriage return and a line feed are one
    // character.
    let special: [UInt8] = [0x22, 0x2c, 0x0a, 0x0d]
    guard field.utf8.contains(where: { special.contains($0) }) else { return field }
    let doubled = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
