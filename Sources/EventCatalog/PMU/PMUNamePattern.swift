/// The name of a PMU as users write it, which may stand for several.
///
/// `imc` and `uncore_imc` stand for `uncore_imc_0`, `uncore_imc_1` and so on, and a
/// pattern for all that it matches. `hisi_sccl,ddrc`, as in the kernel's event files,
/// stands for `hisi_sccl1_ddrc0`.
struct PMUNamePattern {
  let text: String

  /// The names that are meant: the one that is equal, else all that fit.
  func matches(among names: [String]) -> [String] {
    if names.contains(text) { return [text] }
    if GlobPattern.isPattern(text) {
      let pattern = GlobPattern(text)
      return names.filter { pattern.matches($0) || pattern.matches(Self.withoutUncore($0)) }
    }
    if text.utf8.contains(UInt8(ascii: ",")) {
      let tokens: [Substring] = text.split(separator: ",")
      return tokens.isEmpty ? [] : names.filter { Self.holds($0, tokens) }
    }
    let stem: String = Self.withoutUncore(text)
    return names.filter { name in
      let name: String = Self.withoutUncore(name)
      return name.hasPrefix(stem) && Self.isInstance(name.dropFirst(stem.count))
    }
  }

  /// Whether a name starts with the first of some tokens and holds the others behind it,
  /// the last of them with the number of an instance: `hisi_sccl1_ddrc0`.
  private static func holds(_ name: String, _ tokens: [Substring]) -> Bool {
    var rest: Substring = name[...]
    for (index, token) in tokens.enumerated() {
      guard let place = start(of: token, in: rest), index > 0 || place == name.startIndex else {
        return false
      }
      rest = rest[place...].dropFirst(token.count)
    }
    return isInstance(rest)
  }

  /// Where a text starts in a name, as far in front as possible.
  private static func start(of token: Substring, in name: Substring) -> Substring.Index? {
    name.indices.first { name[$0...].hasPrefix(token) }
  }

  /// The name of a PMU without the number of its instance.
  ///
  /// `uncore_cbox_0` becomes `uncore_cbox`; the digit of `amd_l3` belongs to its name.
  static func stem(of name: String) -> String {
    guard let underscore = name.lastIndex(of: "_"), underscore > name.startIndex else {
      return name
    }
    let hasDigit: Bool = name[underscore...].utf8.contains(where: NumberText.isDigit)
    return hasDigit && isInstance(name[underscore...]) ? String(name[..<underscore]) : name
  }

  private static func withoutUncore(_ name: String) -> String {
    name.hasPrefix("uncore_") ? String(name.dropFirst(7)) : name
  }

  /// Nothing, digits, `_` and digits, or `_` and at least three hexadecimal digits.
  private static func isInstance(_ suffix: Substring) -> Bool {
    if suffix.isEmpty { return true }
    let hasUnderscore: Bool = suffix.hasPrefix("_")
    let digits: Substring = hasUnderscore ? suffix.dropFirst() : suffix
    guard !digits.isEmpty else { return false }
    if digits.utf8.allSatisfy(NumberText.isDigit) { return true }
    return digits.utf8.count >= 3 && digits.utf8.allSatisfy(NumberText.isHexadecimalDigit)
  }
}
