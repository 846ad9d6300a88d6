/// A term between slashes as it was written.
struct ParsedTerm {
  var name: String
  var value: Value?
  var position: Int

  enum Value: Equatable {
    case number(UInt64)
    case text(String)
  }

  /// The value in words, empty where none stands.
  var valueText: String {
    switch value {
    case .number(let number): String(number)
    case .text(let text): text
    case nil: ""
    }
  }
}

extension ParsedTerm: Equatable, CustomStringConvertible {
  /// Whether two terms mean the same, wherever they stand.
  static func == (first: Self, second: Self) -> Bool {
    first.name == second.name && first.value == second.value
  }

  var description: String {
    let isPlain: Bool =
      !name.isEmpty && name.utf8.allSatisfy(WordCharacters.belongsToValue)
    let shown: String = isPlain ? name : "'\(name)'"
    switch value {
    case nil: return shown
    case .number(let number): return "\(shown)=\(NumberText.shown(number))"
    case .text(let text):
      let isWord: Bool =
        !text.isEmpty && text.utf8.allSatisfy(WordCharacters.belongsToValue)
        && (name.hasPrefix("@") || NumberText.unsigned(text) == nil)
      return "\(shown)=\(isWord ? text : "'\(text)'")"
    }
  }
}
