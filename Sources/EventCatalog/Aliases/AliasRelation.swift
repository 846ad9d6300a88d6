/// How the event behind a name relates to the event that was asked for.
///
/// Only a name with the same code may silently stand for another; the rest must be shown
/// to whoever decides. None of the relations says anything of another
/// microarchitecture.
public enum AliasRelation: Hashable, Sendable {
  /// The PMU and all words of the attributes are equal.
  case sameCode
  /// The value is computed from the counts of several events.
  ///
  /// The formula is for people, such as `A:B - C:D`; the operands are what it is over, in
  /// the language of libpfm4.
  case derived(formula: String, operands: [String])
  /// The event is another one of the same idea; one sentence says the difference.
  case near(difference: String)
  /// The tool has the name, but no source at hand says its encoding.
  case nameOnly
}

extension AliasRelation {
  /// The order in which relations are listed.
  var rank: Int {
    switch self {
    case .sameCode: 0
    case .derived: 1
    case .near: 2
    case .nameOnly: 3
    }
  }
}

extension AliasRelation: CustomStringConvertible {
  /// The relation in words.
  public var description: String {
    switch self {
    case .sameCode: "same code"
    case .derived(let formula, _): "computed as \(formula)"
    case .near(let difference): difference
    case .nameOnly: "No source at hand says the encoding."
    }
  }
}
