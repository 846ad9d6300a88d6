/// An event of a PMU as sysfs describes it: its terms and what its counts mean.
struct PMUEventText {
  var terms: [Term]
  var scale: Double = 1
  var unit: String = ""
  var isSnapshot: Bool = false
  var isPerPackage: Bool = false
  /// The list as it was written.
  var text: String = ""

  struct Term {
    var name: String
    var value: Value
  }

  enum Value {
    case number(UInt64)
    /// A question mark in place of a value: the user must give it.
    case parameter
  }

  /// Reads a list such as `event=0x2e,umask=0x41,edge`.
  init?(_ text: String) {
    var terms: [Term] = []
    for part in text.split(separator: ",") {
      let sides: [Substring] = part.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name: String = sides[0].trimmed
      guard !name.isEmpty else { return nil }
      guard sides.count == 2 else {
        terms.append(Term(name: name, value: .number(1)))
        continue
      }
      let valueText: String = sides[1].trimmed
      if valueText == "?" {
        terms.append(Term(name: name, value: .parameter))
      } else if let number = NumberText.unsigned(valueText) {
        terms.append(Term(name: name, value: .number(number)))
      } else {
        return nil
      }
    }
    if terms.isEmpty { return nil }
    self.terms = terms
    self.text = text
  }
}
