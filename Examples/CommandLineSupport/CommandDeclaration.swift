/// What a command is called, what it does, and which arguments it takes.
public struct CommandDeclaration: Sendable {
  /// Where the options of a command end.
  public enum OperandPlacement: Sendable {
    /// Options and operands may be mixed, as in `dump FILE --json`.
    case mixed
    /// The first operand ends the options, as in `count -r 5 ls -l`.
    case last
  }

  /// The name that help and messages begin with.
  public let name: String
  /// The usage lines, without the command's name.
  public let usage: [String]
  /// What the command does, in a sentence or two.
  public let summary: String
  /// The options, in the order in which the help lists them; `--help` is added.
  public let options: [OptionDeclaration]
  /// Where the options end.
  public let operands: OperandPlacement
  /// Text behind the options in the help, such as examples.
  public let footer: String

  /// Creates a declaration.
  public init(
    name: String, usage: [String], summary: String, options: [OptionDeclaration],
    operands: OperandPlacement = .mixed, footer: String = ""
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.options =
      options + [.flag("help", letter: "h", summary: "Show this help and exit.")]
    self.operands = operands
    self.footer = footer
  }

  /// The text that `--help` prints.
  public var help: String {
    var text = ""
    for (index, line) in usage.enumerated() {
      text += "\(index == 0 ? "usage:" : "      ") \(name) \(line)\n"
    }
    text += "\n\(summary)\n\noptions:\n"
    let width = options.map(\.spelling.count).max() ?? 0
    for option in options {
      let gap = String(repeating: " ", count: width - option.spelling.count + 2)
      text += "  \(option.spelling)\(gap)\(option.summary)\n"
    }
    if !footer.isEmpty { text += "\n\(footer)\n" }
    return text
  }
}
