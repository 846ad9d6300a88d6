/// A preset of PAPI as a line of the file defines it.
struct PAPIPreset {
  var name: String
  var derivation: PAPIDerivation
  /// The formula, where the derivation has one.
  var formula: String
  /// Events of libpfm4, or names of other presets.
  var natives: [String]
  var brief: String = ""
  var details: String = ""
  /// Whether the line defines an event of the user instead of one of PAPI's own.
  var isUserDefined: Bool
  var line: Int
}

/// How PAPI makes a preset's value of the counts of its events.
enum PAPIDerivation: String {
  case notDerived = "NOT_DERIVED"
  case add = "DERIVED_ADD"
  case perSecond = "DERIVED_PS"
  case addPerSecond = "DERIVED_ADD_PS"
  case compound = "DERIVED_CMPD"
  case subtract = "DERIVED_SUB"
  case postfix = "DERIVED_POSTFIX"
  case infix = "DERIVED_INFIX"

  /// Whether a formula follows in the line.
  var hasFormula: Bool { self == .postfix || self == .infix }
}
