/// A preset's formula in postfix order.
struct PAPIFormula {
  /// One part of a formula.
  enum Token: Hashable {
    /// The count of an event, by its place in the list of events.
    case count(Int)
    /// A number, in the text of the file.
    case number(String)
    /// The highest clock rate of the CPU in hertz, which is what `#` stands for.
    case clockRate
    /// One of `+`, `-`, `*`, `/` and `%`.
    case operation(Character)
  }

  var tokens: [Token]

  /// More parts than any preset needs, written out in events.
  static let limit: Int = 1024

  /// The formula of a derivation over a number of events.
  init?(_ derivation: PAPIDerivation, formula: String, count: Int) {
    switch derivation {
    case .notDerived, .compound: tokens = [.count(0)]
    case .add: tokens = Self.fold("+", 0..<count)
    case .subtract: tokens = Self.fold("-", 0..<count)
    case .perSecond, .addPerSecond:
      guard count > 1 else { return nil }
      let events: Range<Int> = derivation == .perSecond ? 1..<2 : 1..<count
      tokens =
        Self.fold("+", events)
        + [.clockRate, .operation("*"), .count(0), .operation("/")]
    case .postfix:
      guard let parsed = Self.parts(of: formula) else { return nil }
      tokens = parsed.map(\.token)
      guard parsed.allSatisfy({ !$0.isParenthesis }) else { return nil }
    case .infix:
      guard let parsed = Self.parts(of: formula), let postfix = Self.postfix(parsed) else {
        return nil
      }
      tokens = postfix
    }
    guard isComplete(count: count) else { return nil }
  }

  /// The formula as a source gives it, each part with a bar behind it.
  var text: String {
    var text: String = ""
    for token in tokens {
      switch token {
      case .count(let index): text += "N\(index)|"
      case .number(let number): text += "\(number)|"
      case .clockRate: text += "#|"
      case .operation(let operation): text += "\(operation)|"
      }
    }
    return text
  }

  private static func fold(_ operation: Character, _ events: Range<Int>) -> [Token] {
    events.flatMap { index -> [Token] in
      index == events.lowerBound ? [.count(index)] : [.count(index), .operation(operation)]
    }
  }

  /// Whether the parts make one value, of events that exist.
  private func isComplete(count: Int) -> Bool {
    var depth: Int = 0
    guard tokens.count <= Self.limit else { return false }
    for token in tokens {
      switch token {
      case .count(let index):
        guard index < count else { return false }
        depth += 1
      case .number, .clockRate: depth += 1
      case .operation:
        guard depth > 1 else { return false }
        depth -= 1
      }
    }
    return depth == 1
  }
}
