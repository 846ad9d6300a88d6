/// One option of a command: its names, whether it takes a value, and its help.
public struct OptionDeclaration: Sendable {
  /// The name behind two dashes, and the key under which the value is found.
  public let name: String
  /// The letter behind one dash.
  public let letter: Character?
  /// What the help calls the value; an option without one is a switch.
  public let valueName: String?
  /// One sentence for the help.
  public let summary: String

  /// Declares a switch, which takes no value.
  public static func flag(
    _ name: String, letter: Character? = nil, summary: String
  ) -> OptionDeclaration {
    OptionDeclaration(name: name, letter: letter, valueName: nil, summary: summary)
  }

  /// Declares an option that takes a value, as `--name=V`, `--name V`, `-nV` or `-n V`.
  public static func value(
    _ name: String, letter: Character? = nil, valueName: String, summary: String
  ) -> OptionDeclaration {
    OptionDeclaration(name: name, letter: letter, valueName: valueName, summary: summary)
  }

  /// The names as a user types them.
  var spelling: String {
    let short = letter.map { "-\($0), " } ?? "    "
    let value = valueName.map { " \($0)" } ?? ""
    return "\(short)--\(name)\(value)"
  }
}
